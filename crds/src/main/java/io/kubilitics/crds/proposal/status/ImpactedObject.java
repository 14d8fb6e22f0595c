package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.kubilitics.crds.proposal.ObjectName;

/** One object that the change would touch. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImpactedObject(
        @Required ObjectName object,

        @Required @Size(min = 1, max = 256) @JsonPropertyDescription("What would happen to it.")
        String effect) {}
