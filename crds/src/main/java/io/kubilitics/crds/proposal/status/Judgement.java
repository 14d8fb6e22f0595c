package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** What one rule says about the plan. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Judgement(
        @Required @Size(min = 1, max = 128) String rule,

        @Required @JsonPropertyDescription("No answer counts as denied.")
        Answer answer,

        @Size(min = 1, max = 1024) @Nullable String why) {

    /** Unanswered: the rule could not be asked, or did not know. */
    public enum Answer {
        @JsonProperty("allowed")
        ALLOWED,
        @JsonProperty("denied")
        DENIED,
        @JsonProperty("unanswered")
        UNANSWERED
    }
}
