package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.kubilitics.crds.Lists;
import java.time.Instant;
import java.util.List;

/** Whether it helped, on the body's own world. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Verification(
        @Required Outcome outcome,

        @Required @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant checkedAt,

        @Size(max = 20) @JsonPropertyDescription("Each expectation of the spec, in its order.")
        List<ExpectationCheck> checks,

        @Size(max = 50) @JsonPropertyDescription("The symptoms around the target before the execution.")
        List<@Size(min = 1, max = 256) String> symptomsBefore,

        @Size(max = 50) @JsonPropertyDescription("The symptoms around the target at the last check.")
        List<@Size(min = 1, max = 256) String> symptomsAfter) {

    /** Undecided: it cannot be told, yet or in time. */
    public enum Outcome {
        @JsonProperty("helped")
        HELPED,
        @JsonProperty("notHelped")
        NOT_HELPED,
        @JsonProperty("undecided")
        UNDECIDED,
        @JsonProperty("worse")
        WORSE
    }

    public Verification {
        checks = Lists.copy(checks);
        symptomsBefore = Lists.copy(symptomsBefore);
        symptomsAfter = Lists.copy(symptomsAfter);
    }
}
