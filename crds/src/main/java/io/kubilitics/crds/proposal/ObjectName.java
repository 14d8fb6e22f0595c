package io.kubilitics.crds.proposal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** An object by its name, whichever version or incarnation of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ObjectName(
        @Size(min = 1, max = 253) @JsonPropertyDescription("The API group; absent for the core group.") @Nullable
        String group,

        @Required @Size(min = 1, max = 63) String kind,

        @Size(min = 1, max = 63)
        @Pattern(Names.LABEL)
        @JsonPropertyDescription("Absent for objects that belong to no namespace.")
        @Nullable
        String namespace,

        @Required @Size(min = 1, max = 253) @Pattern(Names.PATH_SEGMENT)
        String name) {}
