package io.kubilitics.graph.fit;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Amount;
import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.NodeTerm;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.Taint;
import io.kubilitics.graph.facts.VolumeFacts;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tries a pod on every node of a world, by the rules of the scheduler. What cannot be seen (pods of other namespaces, drivers that
 * count volumes) is taken to be no obstacle.
 */
public final class Fitting {

    /** Taints that tell of a node's state; whoever else taints a node means it. */
    private static final List<String> STATES = List.of(
            "node.kubernetes.io/",
            "node.cloudprovider.kubernetes.io/uninitialized",
            "node.cilium.io/agent-not-ready",
            "ebs.csi.aws.com/agent-not-ready");

    private static final Set<String> RESERVED =
            Set.of("node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master");
    private static final String ROLE = "kubernetes.io/role";

    private final World world;
    private final List<Resource> nodes;
    private final Tenants tenants;

    public Fitting(World world) {
        this.world = world;
        this.nodes = world.all(Kind.NODE)
                .filter(node -> node.facts() instanceof NodeFacts)
                .sorted(Comparator.comparing(Resource::ref))
                .toList();
        this.tenants = new Tenants(world);
    }

    /** For each node, by name. Nothing when the pod is not known. */
    public List<NodeFit> of(ResourceRef pod) {
        return world.find(pod)
                .filter(found -> found.facts() instanceof PodFacts)
                .map(found -> of(pod, ((PodFacts) found.facts()).template()))
                .orElse(List.of());
    }

    private List<NodeFit> of(ResourceRef pod, PodTemplate template) {
        Map<String, Amount> demand = Demand.requests(template);
        Predicate<Resource> wanted = node -> wants(template, node) && suits(template, node);
        List<Resource> eligible = nodes.stream().filter(wanted).toList();
        Neighbours neighbours = new Neighbours(tenants, nodes, pod.namespace());
        return nodes.stream()
                .map(node -> {
                    Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
                    place(found, pod, template, node);
                    refusal(found, template, (NodeFacts) node.facts());
                    shortage(found, demand, node);
                    note(found, Obstacle.HOST_PORT, tenants.portTaken(node.ref(), template));
                    note(found, Obstacle.ANTI_AFFINITY, neighbours.avoids(node, template));
                    note(found, Obstacle.POD_AFFINITY, neighbours.lacks(node, template));
                    note(found, Obstacle.SPREAD, neighbours.crowds(node, template, eligible));
                    return new NodeFit(node.ref(), found, reserved(node));
                })
                .toList();
    }

    private static void note(Set<Obstacle> found, Obstacle obstacle, boolean there) {
        if (there) {
            found.add(obstacle);
        }
    }

    private void place(Set<Obstacle> found, ResourceRef pod, PodTemplate template, Resource node) {
        note(found, Obstacle.NODE_SELECTOR, !wants(template, node));
        note(found, Obstacle.NODE_AFFINITY, !suits(template, node));
        note(found, Obstacle.VOLUME_ELSEWHERE, !reaches(pod, node));
    }

    private static boolean wants(PodTemplate template, Resource node) {
        Map<String, String> labels = node.meta().labels();
        return template.placement().nodeSelector().entrySet().stream()
                .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }

    private static boolean suits(PodTemplate template, Resource node) {
        return holds(template.placement().nodeTerms(), node);
    }

    private static boolean holds(List<NodeTerm> terms, Resource node) {
        return terms.isEmpty()
                || terms.stream()
                        .anyMatch(term ->
                                term.mayHold(node.ref().name(), node.meta().labels()));
    }

    private boolean reaches(ResourceRef pod, Resource node) {
        return world.to(pod, Relation.Type.MOUNTS)
                .flatMap(claim -> world.to(claim, Relation.Type.BOUND_TO))
                .flatMap(volume -> world.find(volume).stream())
                .allMatch(volume -> !(volume.facts() instanceof VolumeFacts facts) || holds(facts.nodes(), node));
    }

    private static void refusal(Set<Obstacle> found, PodTemplate template, NodeFacts node) {
        node.taints().stream()
                .filter(Taint::repels)
                .filter(taint -> !template.placement().tolerates(taint))
                .forEach(taint -> found.add(meaning(taint)));
        boolean cordon = node.unschedulable()
                && !template.placement().tolerates(new Taint(Taint.CORDON, "", "NoSchedule", java.time.Instant.EPOCH));
        note(found, Obstacle.CORDONED, cordon);
    }

    /** What a taint says of the node that has it. */
    public static Obstacle meaning(Taint taint) {
        if (taint.key().equals(Taint.CORDON)) {
            return Obstacle.CORDONED;
        }
        return STATES.stream().anyMatch(taint.key()::startsWith) ? Obstacle.NODE_UNWELL : Obstacle.TAINTED;
    }

    private void shortage(Set<Obstacle> found, Map<String, Amount> demand, Resource node) {
        Map<String, Amount> room = ((NodeFacts) node.facts()).room();
        if (room.isEmpty()) {
            return;
        }
        demand.forEach((resource, amount) -> note(found, obstacle(resource), missing(node, resource, amount)));
        note(found, Obstacle.OTHER_RESOURCE, room.containsKey("pods") && missing(node, "pods", new Amount(1000)));
    }

    private boolean missing(Resource node, String resource, Amount amount) {
        Amount room = ((NodeFacts) node.facts()).room().getOrDefault(resource, Amount.ZERO);
        return amount.moreThan(Amount.ZERO)
                && Demand.sum(tenants.taken(node.ref().name(), resource), amount)
                        .moreThan(room);
    }

    private static Obstacle obstacle(String resource) {
        return switch (resource) {
            case "cpu" -> Obstacle.CPU;
            case "memory" -> Obstacle.MEMORY;
            default -> Obstacle.OTHER_RESOURCE;
        };
    }

    /** The nodes that run the cluster itself are no place for ordinary pods, and nobody wonders that they refuse them. */
    private static boolean reserved(Resource node) {
        NodeFacts facts = (NodeFacts) node.facts();
        Map<String, String> labels = node.meta().labels();
        boolean role = RESERVED.stream().anyMatch(labels::containsKey)
                || labels.getOrDefault(ROLE, "").matches("master|control-plane");
        boolean refuses = facts.unschedulable() || facts.taints().stream().anyMatch(Taint::repels);
        return refuses && (role || facts.taints().stream().anyMatch(taint -> RESERVED.contains(taint.key())));
    }
}
