package io.kubilitics.crds.proposal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** One object as it was seen when its change was proposed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Target(
        @Required @Size(min = 1, max = 317) @JsonPropertyDescription("For example apps/v1.")
        String apiVersion,

        @Required @Size(min = 1, max = 63) @JsonPropertyDescription("For example Deployment.")
        String kind,

        @Size(min = 1, max = 63)
        @Pattern(Names.LABEL)
        @JsonPropertyDescription("Absent for objects that belong to no namespace.")
        @Nullable
        String namespace,

        @Required @Size(min = 1, max = 253) @Pattern(Names.PATH_SEGMENT)
        String name,

        @Required
        @Size(min = 1, max = 128)
        @JsonPropertyDescription("An object of the same name with another uid is not changed.")
        String uid,

        @Required
        @Size(min = 1, max = 64)
        @JsonPropertyDescription("The version of the object that the change was made for.")
        String resourceVersion) {}
