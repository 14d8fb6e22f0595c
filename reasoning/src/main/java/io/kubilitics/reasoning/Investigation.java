package io.kubilitics.reasoning;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.Step.Ruled;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The loop of an investigation as one pure function: from the steps so far to the next move. It supposes several causes for each
 * symptom, lets each ask for evidence until it can be ruled upon, looks who suffers from those that are confirmed, and concludes.
 * Because nothing else is kept, an investigation can stop anywhere and go on elsewhere, and the same steps always lead to the
 * same move.
 */
public record Investigation(Catalogue catalogue) {

    public Move next(List<Step> steps) {
        return next(Progress.of(steps));
    }

    Move next(Progress progress) {
        if (progress.concluded()) {
            return new Move.Done();
        }
        if (!progress.supposed()) {
            return new Move.Suppose(hypotheses(progress.opened()));
        }
        return progress.waiting()
                .map(hypothesis -> judge(hypothesis, progress))
                .or(() -> elsewhere(progress))
                // What a confirmed cause brings upon others is part of what it explains.
                .or(() -> progress.frontier().next(progress).map(Move.Look::new))
                .orElseGet(() -> new Move.Conclude(Conclusion.of(progress, catalogue)));
    }

    private List<Hypothesis> hypotheses(Step.Opened opened) {
        return opened.symptoms().stream()
                .flatMap(symptom -> catalogue.suspects(symptom).map(cause -> new Hypothesis(cause.id(), symptom)))
                .toList();
    }

    /** What was confirmed here may be why others are unwell in the same way, who are not asked about. */
    private static Optional<Move> elsewhere(Progress progress) {
        if (progress.opened().elsewhere().isEmpty()) {
            return Optional.empty();
        }
        Set<Hypothesis> known =
                progress.rulings().stream().map(Ruled::hypothesis).collect(Collectors.toSet());
        List<Hypothesis> more = progress.rulings().stream()
                .filter(ruled -> ruled.ruling() instanceof Ruling.Confirmed)
                .map(Ruled::hypothesis)
                .flatMap(confirmed -> progress.opened().elsewhere().stream()
                        .filter(symptom ->
                                symptom.ailment() == confirmed.symptom().ailment())
                        .map(symptom -> new Hypothesis(confirmed.cause(), symptom)))
                .filter(hypothesis -> !known.contains(hypothesis))
                .distinct()
                .toList();
        return more.isEmpty() ? Optional.empty() : Optional.of(new Move.Suppose(more));
    }

    private Move judge(Hypothesis hypothesis, Progress progress) {
        Inquiry inquiry = new Inquiry(progress.known());
        Ruling ruling = catalogue.cause(hypothesis.cause()).judge(hypothesis.symptom(), inquiry);
        return inquiry.wanted().<Move>map(Move.Look::new).orElseGet(() -> new Move.Rule(hypothesis, ruling));
    }

    /** The object at fault, and where the fault shows. */
    static Stream<ResourceRef> concerned(Ruled ruled) {
        ResourceRef shows = ruled.hypothesis().symptom().subject();
        return ruled.ruling() instanceof Ruling.Confirmed confirmed
                ? Stream.of(confirmed.object(), shows)
                : Stream.of(shows);
    }
}
