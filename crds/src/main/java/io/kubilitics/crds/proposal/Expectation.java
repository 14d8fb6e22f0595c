package io.kubilitics.crds.proposal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A condition that the body checks on its own world after the execution. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(
        value = "(self.kind == 'SymptomGone') == has(self.symptom)",
        message = "an expectation of kind SymptomGone names a symptom, and no other names one")
public record Expectation(
        @Required @JsonPropertyDescription("What must hold.")
        Kind kind,

        @Size(min = 1, max = 128)
        @JsonPropertyDescription("For SymptomGone: the symptom that the object must not show any more.")
        @Nullable
        String symptom,

        @Required @JsonPropertyDescription("The object it must hold for.")
        ObjectName object) {

    /** All that can be expected. */
    public enum Kind {
        @JsonProperty("SymptomGone")
        SYMPTOM_GONE,
        @JsonProperty("WorkloadReady")
        WORKLOAD_READY
    }

    public static Expectation symptomGone(String symptom, ObjectName object) {
        return new Expectation(Kind.SYMPTOM_GONE, symptom, object);
    }

    public static Expectation workloadReady(ObjectName object) {
        return new Expectation(Kind.WORKLOAD_READY, null, object);
    }
}
