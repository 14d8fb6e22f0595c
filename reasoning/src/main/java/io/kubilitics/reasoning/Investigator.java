package io.kubilitics.reasoning;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.Toolbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Performs the moves of an investigation until it is done. */
public record Investigator(Catalogue catalogue, Toolbox toolbox) {

    /** Looks at what is unwell in a world, and finds out why. */
    public List<Step> investigate(World world, Scope scope, Instant now) {
        Stream<String> hidden = Health.hidden(world, scope).stream().map(kind -> hidden(world, kind));
        List<String> unseen = Stream.concat(nowhere(world, scope), hidden).toList();
        return investigate(new Question(scope, now, unseen), Health.symptoms(world, scope, now));
    }

    private static String hidden(World world, Kind kind) {
        int outlined = world.coverage().of(kind).outlined();
        return outlined == 0
                ? kind + "s are not visible"
                : "%d %ss are known by their metadata alone, for lack of memory".formatted(outlined, kind);
    }

    /** A name that was mistyped is not well: nothing is there to be. */
    private static Stream<String> nowhere(World world, Scope scope) {
        return scope instanceof Scope.InNamespace(var namespace)
                        && world.presence(ResourceRef.clusterWide(Kind.NAMESPACE, namespace)) == Presence.ABSENT
                ? Stream.of("there is no namespace " + namespace)
                : Stream.empty();
    }

    public List<Step> investigate(Question question, List<Symptom> symptoms) {
        return resume(List.of(new Step.Opened(question, symptoms)));
    }

    /** Goes on where the steps end. */
    public List<Step> resume(List<Step> before) {
        List<Step> steps = new ArrayList<>(before);
        Investigation investigation = new Investigation(catalogue);
        Move move = investigation.next(steps);
        while (!(move instanceof Move.Done)) {
            steps.add(perform(move));
            move = investigation.next(steps);
        }
        return List.copyOf(steps);
    }

    private Step perform(Move move) {
        return switch (move) {
            case Move.Suppose(var hypotheses) -> new Step.Supposed(hypotheses);
            case Move.Look(var probe) -> new Step.Looked(probe, toolbox.answer(probe));
            case Move.Rule(var hypothesis, var ruling) -> new Step.Ruled(hypothesis, ruling);
            case Move.Conclude(var verdict) -> new Step.Concluded(verdict);
            case Move.Done() -> throw new IllegalStateException("there is nothing left to do");
        };
    }
}
