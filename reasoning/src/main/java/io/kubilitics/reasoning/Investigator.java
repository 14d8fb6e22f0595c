package io.kubilitics.reasoning;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.evidence.SceneToolbox;
import io.kubilitics.reasoning.evidence.Toolbox;
import io.kubilitics.reasoning.symptom.Connections;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Performs the moves of an investigation until it is done. */
public record Investigator(Catalogue catalogue, Toolbox toolbox) {

    /** Looks at what is unwell in a part of a scene, and finds out why. */
    public static List<Step> investigate(Catalogue catalogue, Scene scene, Scope scope) {
        List<String> unseen = unseen(scene.world(), scope).toList();
        return investigate(catalogue, scene, new Question(scope, scene.now(), unseen));
    }

    public static List<Step> investigate(Catalogue catalogue, Scene scene, Question question) {
        World world = scene.world();
        SceneToolbox toolbox = new SceneToolbox(scene);
        List<Symptom> all = Stream.of(
                        Symptoms.of(scene, new Scope.Everything(), toolbox).stream(),
                        Intent.askedFor(world, question.scope()),
                        Connections.warnings(scene, question.scope(), toolbox.logs()))
                .flatMap(each -> each)
                .distinct()
                .toList();
        Scope near = new Surroundings(world, question.scope(), all, toolbox.logs()).find();
        List<Symptom> here = all.stream()
                .filter(symptom -> near.includes(world, symptom.subject()))
                .toList();
        // Whoever asks about one object has a reason: when nothing near it is unwell, what is unwell elsewhere may be
        // it.
        List<Symptom> asked = here.isEmpty() && question.scope() instanceof Scope.Below ? all : here;
        Set<Symptom> chosen = Set.copyOf(asked);
        List<Symptom> elsewhere =
                all.stream().filter(symptom -> !chosen.contains(symptom)).toList();
        return new Investigator(catalogue, toolbox).resume(List.of(new Step.Opened(question, asked, elsewhere)));
    }

    /** Why something unwell there may not be noticed, each as half a sentence. */
    public static Stream<String> unseen(World world, Scope scope) {
        return Stream.concat(nowhere(world, scope), Health.unseen(world, scope));
    }

    /** A name that was mistyped is not well: nothing is there to be. */
    private static Stream<String> nowhere(World world, Scope scope) {
        return scope instanceof Scope.InNamespace(var namespace)
                        && world.presence(ResourceRef.clusterWide(Kind.NAMESPACE, namespace)) == Presence.ABSENT
                ? Stream.of("there is no namespace " + namespace)
                : Stream.empty();
    }

    /** Goes on where the steps end. */
    public List<Step> resume(List<Step> before) {
        List<Step> steps = new ArrayList<>(before);
        Progress progress = Progress.of(steps);
        Investigation investigation = new Investigation(catalogue);
        Move move = investigation.next(progress);
        while (!(move instanceof Move.Done)) {
            Step step = perform(move);
            steps.add(step);
            progress.take(step);
            move = investigation.next(progress);
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
