package io.kubilitics.graph.fit;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Amount;
import io.kubilitics.graph.facts.ContainerPort;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is on which node already, and what they take; worked out once for a world. */
final class Tenants {

    private final Map<String, List<Resource>> byNode;
    private final Map<String, Map<String, Amount>> taken = new HashMap<>();

    Tenants(World world) {
        byNode = world.all(Kind.POD)
                .filter(Tenants::stays)
                .collect(Collectors.groupingBy(pod -> ((PodFacts) pod.facts()).node()));
    }

    private static boolean stays(Resource pod) {
        return pod.facts() instanceof PodFacts facts && !facts.node().isEmpty() && !facts.finished() && !facts.failed();
    }

    Stream<Resource> on(String node) {
        return byNode.getOrDefault(node, List.of()).stream();
    }

    Amount taken(String node, String resource) {
        return taken.computeIfAbsent(node, this::sum).getOrDefault(resource, Amount.ZERO);
    }

    private Map<String, Amount> sum(String node) {
        Map<String, Amount> all = new HashMap<>();
        on(node).forEach(pod -> {
            Demand.requests(template(pod)).forEach((resource, amount) -> all.merge(resource, amount, Demand::sum));
            all.merge("pods", new Amount(1000), Demand::sum);
        });
        return all;
    }

    boolean portTaken(ResourceRef node, PodTemplate newcomer) {
        Set<String> wanted = hostPorts(newcomer);
        return !wanted.isEmpty()
                && on(node.name())
                        .map(Tenants::template)
                        .map(Tenants::hostPorts)
                        .anyMatch(ports -> ports.stream().anyMatch(wanted::contains));
    }

    private static Set<String> hostPorts(PodTemplate pod) {
        Set<String> ports = new HashSet<>();
        for (ContainerPort port : pod.containers().stream()
                .flatMap(container -> container.ports().stream())
                .toList()) {
            int number = pod.settings().hostNetwork() ? port.number() : port.hostPort();
            if (number > 0) {
                ports.add(port.protocol() + number);
            }
        }
        return ports;
    }

    static PodTemplate template(Resource pod) {
        return ((PodFacts) pod.facts()).template();
    }
}
