package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** One action's write: what it is allowed to replace, and what it made. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Write(
        @Required
        @Size(min = 1, max = 64)
        @JsonPropertyDescription("The target's version that is written over, and no other; part of the claim.")
        String before,

        @Size(min = 1, max = 64)
        @JsonPropertyDescription("The target's version that the write made; absent before it.")
        @Nullable
        String after,

        @Min(0) @JsonPropertyDescription("The target's metadata.generation that the write made.") @Nullable
        Long generation) {

    /** Claimed, not written. */
    public static Write over(String before) {
        return new Write(before, null, null);
    }

    public boolean done() {
        return after != null;
    }
}
