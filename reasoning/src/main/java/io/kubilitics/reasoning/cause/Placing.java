package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.fit.NodeFit;
import io.kubilitics.graph.fit.Obstacle;
import io.kubilitics.graph.fit.Obstacle.Stage;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which obstacle keeps a pod from every node: the one that, lifted, would let it run somewhere. Nodes are tried by their own state,
 * and what the scheduler said is held against that.
 *
 * @param decisive nothing when a node would take the pod as far as can be seen
 * @param nodes where it stands in the way
 * @param seen whether the state of the nodes shows it
 * @param told whether the scheduler says so
 */
record Placing(Optional<Obstacle> decisive, List<ResourceRef> nodes, boolean seen, boolean told) {

    private static final Set<Obstacle> WORDED_ALIKE = Set.of(Obstacle.NODE_SELECTOR, Obstacle.NODE_AFFINITY);

    static Placing of(Symptom symptom, Inquiry inquiry) {
        Map<Obstacle, Integer> told = SchedulerWords.reasons(said(symptom, inquiry));
        List<NodeFit> all = inquiry.fit(symptom.subject());
        List<NodeFit> open = all.stream().filter(node -> !node.reserved()).toList();
        List<NodeFit> nodes = open.isEmpty() ? all : open;
        return nodes.stream().anyMatch(NodeFit::free) || nodes.isEmpty()
                ? byWords(symptom, inquiry, told, all)
                : funnel(nodes, told);
    }

    /** The symptom's own words, or the last event when it has none. */
    private static String said(Symptom symptom, Inquiry inquiry) {
        return SchedulerWords.reasons(symptom.says()).isEmpty()
                ? inquiry.events(symptom.subject()).stream()
                        .filter(event -> event.reason().equals("FailedScheduling"))
                        .filter(event ->
                                !SchedulerWords.reasons(event.message()).isEmpty())
                        .max(Comparator.comparing(EventNote::last))
                        .map(EventNote::message)
                        .orElse("")
                : symptom.says();
    }

    /** Some node looks free; what the scheduler counts beyond what can be seen is what cannot be seen. */
    private static Placing byWords(Symptom symptom, Inquiry inquiry, Map<Obstacle, Integer> told, List<NodeFit> all) {
        if (all.isEmpty() && stages(told) > 1) {
            return new Placing(Optional.empty(), List.of(), false, false);
        }
        Optional<Obstacle> most = told.entrySet().stream()
                .filter(reason -> reason.getValue()
                        > all.stream()
                                .filter(node -> shows(node, reason.getKey()))
                                .count())
                .max(Comparator.comparing((Map.Entry<Obstacle, Integer> reason) ->
                                reason.getKey().stage())
                        .thenComparing(Map.Entry::getValue))
                .map(reason -> worded(reason.getKey(), symptom, inquiry));
        List<ResourceRef> nodes =
                all.stream().filter(NodeFit::free).map(NodeFit::node).toList();
        return new Placing(most, nodes, false, most.isPresent());
    }

    /** Which of several is decisive only the nodes themselves can tell: the scheduler names the first reason of each. */
    private static long stages(Map<Obstacle, Integer> told) {
        return told.keySet().stream()
                .map(Obstacle::stage)
                .filter(stage -> stage != Stage.SHORT)
                .distinct()
                .count();
    }

    private static boolean shows(NodeFit node, Obstacle obstacle) {
        return WORDED_ALIKE.contains(obstacle) ? WORDED_ALIKE.stream().anyMatch(node::has) : node.has(obstacle);
    }

    private static Obstacle worded(Obstacle told, Symptom symptom, Inquiry inquiry) {
        boolean selects = inquiry.facts(symptom.subject(), PodFacts.class)
                .map(pod -> !pod.template().placement().nodeSelector().isEmpty())
                .orElse(true);
        return told == Obstacle.NODE_SELECTOR && !selects ? Obstacle.NODE_AFFINITY : told;
    }

    /** What it wants of nodes comes first, then what they refuse, then what is left on them. */
    private static Placing funnel(List<NodeFit> nodes, Map<Obstacle, Integer> told) {
        List<NodeFit> left = nodes;
        List<NodeFit> away = List.of();
        for (Stage stage : Stage.values()) {
            List<NodeFit> next =
                    left.stream().filter(node -> node.of(stage).isEmpty()).toList();
            if (next.isEmpty()) {
                // A node that would do, were it not taken out of service, weighs more than others being full.
                boolean instead = stage == Stage.SHORT && !away.isEmpty();
                return instead ? most(away, Stage.REFUSED, told) : most(left, stage, told);
            }
            if (stage == Stage.REFUSED) {
                away = left.stream().filter(Placing::takenAway).toList();
            }
            left = next;
        }
        return new Placing(Optional.empty(), List.of(), false, false);
    }

    private static boolean takenAway(NodeFit node) {
        return node.only(Obstacle.CORDONED) || node.only(Obstacle.NODE_UNWELL);
    }

    private static Placing most(List<NodeFit> left, Stage stage, Map<Obstacle, Integer> told) {
        Map<Obstacle, Long> counts = count(left, stage, node -> node.obstacles().size() == 1);
        if (counts.isEmpty()) {
            counts = count(left, stage, node -> node.of(stage).size() == 1);
        }
        if (counts.isEmpty()) {
            counts = count(left, stage, _ -> true);
        }
        Obstacle decisive = counts.entrySet().stream()
                .max(Map.Entry.<Obstacle, Long>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
        boolean said =
                WORDED_ALIKE.contains(decisive) ? told.containsKey(Obstacle.NODE_SELECTOR) : told.containsKey(decisive);
        List<ResourceRef> at = left.stream()
                .filter(node -> node.has(decisive))
                .map(NodeFit::node)
                .toList();
        return new Placing(Optional.of(decisive), at, true, said);
    }

    private static Map<Obstacle, Long> count(List<NodeFit> nodes, Stage stage, Predicate<NodeFit> which) {
        Map<Obstacle, Long> counts = new EnumMap<>(Obstacle.class);
        nodes.stream()
                .filter(which)
                .flatMap(node -> node.of(stage).stream())
                .forEach(obstacle -> counts.merge(obstacle, 1L, Long::sum));
        return counts;
    }

    Confidence confidence() {
        return seen && told ? Confidence.PROVEN : seen ? Confidence.STRONG : Confidence.LIKELY;
    }
}
