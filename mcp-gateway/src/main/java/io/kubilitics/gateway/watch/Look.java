package io.kubilitics.gateway.watch;

import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.Owners;
import io.kubilitics.reasoning.Step;
import io.kubilitics.reasoning.Step.Concluded;
import io.kubilitics.reasoning.Step.Opened;
import io.kubilitics.reasoning.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one investigation of the whole scope came to.
 *
 * @param unexplained trouble that no finding explains
 * @param decides what would explain it
 * @param unseen what could not be seen, each as half a sentence
 */
record Look(List<Finding> findings, Set<Trouble> unexplained, List<String> decides, List<String> unseen) {

    static Look of(List<Step> steps) {
        Opened opened = (Opened) steps.getFirst();
        Owners owners = Owners.in(steps);
        List<String> unseen = opened.question().unseen();
        return switch (((Concluded) steps.getLast()).verdict()) {
            case Verdict.Diagnosed(var causes, var unexplained) ->
                new Look(
                        causes.stream()
                                .map(diagnosis -> Finding.of(diagnosis, owners))
                                .toList(),
                        troubles(unexplained, owners),
                        List.of(),
                        unseen);
            case Verdict.Inconclusive(var why, var decides) ->
                new Look(
                        List.of(),
                        troubles(opened.symptoms(), owners),
                        Stream.concat(Stream.of(why), decides.stream()).toList(),
                        unseen);
            case Verdict.Healthy() -> new Look(List.of(), Set.of(), List.of(), unseen);
        };
    }

    private static Set<Trouble> troubles(List<Symptom> symptoms, Owners owners) {
        return symptoms.stream()
                .map(symptom -> Trouble.of(symptom, owners))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
