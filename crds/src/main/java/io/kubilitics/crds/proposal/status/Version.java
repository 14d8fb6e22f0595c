package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** An object at one moment. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Version(
        @Required @Size(min = 1, max = 64) String resourceVersion,

        @Min(0)
        @JsonPropertyDescription(
                "metadata.generation: moves only when what is asked for changes; 0 for kinds without one.")
        long generation) {}
