package io.kubilitics.reasoning;

import io.kubilitics.graph.health.Symptom;
import java.util.List;

/** How an investigation ends. */
public sealed interface Verdict {

    /**
     * The smallest set of causes that explains what can be explained.
     *
     * @param unexplained symptoms that none of them explains
     */
    record Diagnosed(List<Diagnosis> causes, List<Symptom> unexplained) implements Verdict {
        public Diagnosed {
            causes = List.copyOf(causes);
            unexplained = List.copyOf(unexplained);
        }
    }

    /** Nothing is unwell, and everything that would show it can be seen. */
    record Healthy() implements Verdict {}

    /** It is not known. */
    record Inconclusive(String why, List<String> decides) implements Verdict {
        public Inconclusive {
            decides = List.copyOf(decides);
        }
    }
}
