package io.kubilitics.reasoning;

import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.cause.Claim;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;

/** What has happened in an investigation. The list of steps is its whole state: saved, resumed, shown and replayed as it is. */
public sealed interface Step {

    /**
     * A question was asked.
     *
     * @param symptoms to be explained
     * @param elsewhere of others, which may be what the same causes bring with them
     */
    record Opened(Question question, List<Symptom> symptoms, List<Symptom> elsewhere) implements Step {
        public Opened {
            symptoms = List.copyOf(symptoms);
            elsewhere = List.copyOf(elsewhere);
        }
    }

    record Supposed(List<Hypothesis> hypotheses) implements Step {
        public Supposed {
            hypotheses = List.copyOf(hypotheses);
        }
    }

    record Looked(Probe probe, Evidence evidence) implements Step {}

    record Ruled(Hypothesis hypothesis, Ruling ruling) implements Step {}

    /** What was claimed of a cause is no longer so; a new conclusion follows. */
    record Struck(String cause, List<Claim> claims) implements Step {
        public Struck {
            claims = List.copyOf(claims);
        }
    }

    record Concluded(Verdict verdict) implements Step {}
}
