package io.kubilitics.reasoning;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.Step.Ruled;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.List;
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
                // What a confirmed cause brings upon others is part of what it explains.
                .or(() -> progress.frontier().next(progress).map(Move.Look::new))
                .orElseGet(() -> new Move.Conclude(Conclusion.of(progress, catalogue)));
    }

    private List<Hypothesis> hypotheses(Step.Opened opened) {
        return opened.symptoms().stream()
                .flatMap(symptom -> catalogue.suspects(symptom).map(cause -> new Hypothesis(cause.id(), symptom)))
                .toList();
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
