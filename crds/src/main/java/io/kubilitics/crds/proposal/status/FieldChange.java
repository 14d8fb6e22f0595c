package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** One field of one action's target, before and after; a Secret's values never appear. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FieldChange(
        @Required @Min(0) @JsonPropertyDescription("The place of the action in spec.actions, from 0.")
        int action,

        @Required @Size(max = 1024) @JsonPropertyDescription("A JSON Pointer into the target.")
        String path,

        @Size(max = 1024)
        @JsonPropertyDescription("As JSON, shortened where long; absent where the field was not there.")
        @Nullable
        String before,

        @Size(max = 1024)
        @JsonPropertyDescription("As JSON, shortened where long; absent where the field would be gone.")
        @Nullable
        String after) {}
