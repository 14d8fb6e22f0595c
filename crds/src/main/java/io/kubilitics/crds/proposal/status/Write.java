package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** One action's write: what it is allowed to replace, and what it made. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Write(
        @Required @JsonPropertyDescription("What is written over, and nothing else; part of the claim.")
        Version before,

        @JsonPropertyDescription("What the write made; absent before it.") @Nullable
        Version after) {

    /** Claimed, not written. */
    public static Write over(Version before) {
        return new Write(before, null);
    }

    public boolean done() {
        return after != null;
    }
}
