package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** How one expectation fared. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExpectationCheck(
        @Required Result result,
        @Required @Size(min = 1, max = 512) String why) {

    /** Unseen: what would have to be looked at cannot be seen. */
    public enum Result {
        @JsonProperty("met")
        MET,
        @JsonProperty("notMet")
        NOT_MET,
        @JsonProperty("unseen")
        UNSEEN
    }
}
