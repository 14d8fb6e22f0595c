package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.change.Bytes;
import io.kubilitics.graph.facts.Amount;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.Taint;
import io.kubilitics.graph.fit.Demand;
import io.kubilitics.graph.fit.Obstacle;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is worth telling of an obstacle between a pod and the nodes, and what can be done about it. */
record PlacementDetail(Symptom symptom, Inquiry inquiry, ResourceRef workload) {

    String words(Obstacle obstacle, List<ResourceRef> nodes) {
        return switch (obstacle) {
            case NODE_SELECTOR -> "it asks for %s; %s".formatted(selector(), offered());
            case TAINTED -> "%s: %s".formatted(names(nodes), taints(nodes));
            case CPU, MEMORY ->
                "it asks for %s of %s; on %s that is not left"
                        .formatted(asked(resource(obstacle)), resource(obstacle), names(nodes));
            case CORDONED -> "no new pods are let onto %s, which would do otherwise".formatted(names(nodes));
            default -> "this stands in the way on %s".formatted(names(nodes));
        };
    }

    String advice(Obstacle obstacle, List<ResourceRef> nodes) {
        return switch (obstacle) {
            case NODE_SELECTOR, NODE_AFFINITY ->
                "let %s ask for labels that nodes have, or label a node".formatted(workload);
            case CORDONED -> "uncordon %s once its maintenance is over, or add a node like it".formatted(names(nodes));
            case TAINTED ->
                "let %s tolerate the taint if it is meant to run there, or take the taint away".formatted(workload);
            case VOLUME_ELSEWHERE -> "make room on a node from which the volume can be reached";
            case HOST_PORT -> "let %s do without the port of the node, or run fewer of it".formatted(workload);
            case ANTI_AFFINITY, POD_AFFINITY, SPREAD ->
                "loosen the rule of %s, run fewer replicas, or add nodes".formatted(workload);
            default -> "let %s ask for less, or add nodes that have more".formatted(workload);
        };
    }

    /** Only what was meant can be put back; what else would fit is a guess. */
    Optional<Action> remedy(Obstacle obstacle) {
        Optional<PodTemplate> meant =
                inquiry.meant(workload).map(Resource::facts).flatMap(PodTemplate::of);
        return switch (obstacle) {
            case CPU, MEMORY -> meant.flatMap(template -> lessAgain(template, resource(obstacle)));
            case NODE_SELECTOR -> meant.flatMap(this::selectorAgain);
            default -> Optional.empty();
        };
    }

    private Optional<Action> lessAgain(PodTemplate meant, String resource) {
        return template().stream()
                .flatMap(template -> template.containers().stream())
                .flatMap(container -> meant
                        .container(container.name())
                        .filter(was -> request(container, resource).moreThan(request(was, resource)))
                        .stream())
                .findFirst()
                .filter(was -> request(was, resource).moreThan(Amount.ZERO))
                .map(was -> new Action.Patch(
                        workload,
                        Fields.ofContainer(
                                was.name(),
                                "resources",
                                Map.of("requests", Map.of(resource, text(resource, request(was, resource))))),
                        "let container %s ask for as much %s as it was meant to".formatted(was.name(), resource)));
    }

    private Optional<Action> selectorAgain(PodTemplate meant) {
        Map<String, String> wanted = meant.placement().nodeSelector();
        return selector().keySet().equals(wanted.keySet()) && !selector().equals(wanted)
                ? Optional.of(new Action.Patch(
                        workload,
                        new Fields(Map.of("spec", Map.of("template", Map.of("spec", Map.of("nodeSelector", wanted))))),
                        "ask for the node labels that were meant"))
                : Optional.empty();
    }

    private static Amount request(ContainerSpec container, String resource) {
        return container.resources().requests().getOrDefault(resource, Amount.ZERO);
    }

    private static String text(String resource, Amount amount) {
        return resource.equals("memory") ? Bytes.text(amount.whole()) : amount.toString();
    }

    private String asked(String resource) {
        return template()
                .map(Demand::requests)
                .map(demand -> text(resource, demand.getOrDefault(resource, Amount.ZERO)))
                .orElse("some");
    }

    private Map<String, String> selector() {
        return template()
                .map(template -> template.placement().nodeSelector())
                .map(TreeMap::new)
                .orElseGet(TreeMap::new);
    }

    private Optional<PodTemplate> template() {
        return inquiry.facts(symptom.subject(), PodFacts.class).map(PodFacts::template);
    }

    /** What nodes have under the same names. */
    private String offered() {
        TreeSet<String> there = inquiry.all(Kind.NODE, "").stream()
                .flatMap(node -> node.meta().labels().entrySet().stream())
                .filter(label -> selector().containsKey(label.getKey()))
                .map(Map.Entry::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        return there.isEmpty() ? "no node has such labels" : "nodes have " + String.join(", ", there);
    }

    private String taints(List<ResourceRef> nodes) {
        return nodes.stream()
                .flatMap(node -> inquiry.facts(node, NodeFacts.class).stream())
                .flatMap(node -> node.taints().stream())
                .filter(Taint::repels)
                .map(taint -> "%s=%s:%s".formatted(taint.key(), taint.value(), taint.effect()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String resource(Obstacle obstacle) {
        return obstacle == Obstacle.CPU ? "cpu" : "memory";
    }

    private static String names(List<ResourceRef> nodes) {
        if (nodes.isEmpty()) {
            return "nodes that cannot be seen";
        }
        int most = 5;
        String some = nodes.stream().limit(most).map(ResourceRef::name).collect(Collectors.joining(", "));
        return nodes.size() > most ? "%s and %d more".formatted(some, nodes.size() - most) : "nodes " + some;
    }
}
