package io.kubilitics.reasoning;

import io.kubilitics.reasoning.Step.Concluded;
import io.kubilitics.reasoning.Step.Looked;
import io.kubilitics.reasoning.Step.Opened;
import io.kubilitics.reasoning.Step.Ruled;
import io.kubilitics.reasoning.Step.Supposed;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The loop of an investigation as one pure function: from the steps so far to the next move. It supposes several causes for each
 * symptom, lets each ask for evidence until it can be ruled upon, and concludes when all are. Because nothing else is kept, an
 * investigation can stop anywhere and go on elsewhere, and the same steps always lead to the same move.
 */
public record Investigation(Catalogue catalogue) {

    public Move next(List<Step> steps) {
        if (steps.getLast() instanceof Concluded) {
            return new Move.Done();
        }
        Opened opened = only(steps, Opened.class).findFirst().orElseThrow();
        Optional<Supposed> supposed = only(steps, Supposed.class).findFirst();
        if (supposed.isEmpty()) {
            return new Move.Suppose(hypotheses(opened));
        }
        Set<Hypothesis> ruled = only(steps, Ruled.class).map(Ruled::hypothesis).collect(Collectors.toSet());
        return supposed.get().hypotheses().stream()
                .filter(hypothesis -> !ruled.contains(hypothesis))
                .findFirst()
                .map(hypothesis -> judge(hypothesis, evidence(steps)))
                .orElseGet(() -> new Move.Conclude(
                        Conclusion.of(opened, only(steps, Ruled.class).toList(), Owners.in(steps))));
    }

    private List<Hypothesis> hypotheses(Opened opened) {
        return opened.symptoms().stream()
                .flatMap(symptom -> catalogue.suspects(symptom).map(cause -> new Hypothesis(cause.id(), symptom)))
                .toList();
    }

    private Move judge(Hypothesis hypothesis, Map<Probe, Evidence> known) {
        Inquiry inquiry = new Inquiry(known);
        Ruling ruling = catalogue.cause(hypothesis.cause()).judge(hypothesis.symptom(), inquiry);
        return inquiry.wanted().<Move>map(Move.Look::new).orElseGet(() -> new Move.Rule(hypothesis, ruling));
    }

    private static Map<Probe, Evidence> evidence(List<Step> steps) {
        Map<Probe, Evidence> known = new HashMap<>();
        only(steps, Looked.class).forEach(looked -> known.put(looked.probe(), looked.evidence()));
        return known;
    }

    private static <T extends Step> Stream<T> only(List<Step> steps, Class<T> type) {
        return steps.stream().filter(type::isInstance).map(type::cast);
    }
}
