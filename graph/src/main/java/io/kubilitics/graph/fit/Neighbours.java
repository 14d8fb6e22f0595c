package io.kubilitics.graph.fit;

import io.kubilitics.graph.facts.PodAffinity;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.Spread;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What pods that are there already mean for one that wants to come: whom it avoids, seeks, or has to be spread among. */
final class Neighbours {

    private static final String HOST = "kubernetes.io/hostname";

    private final Tenants tenants;
    private final List<Resource> nodes;
    private final String namespace;

    Neighbours(Tenants tenants, List<Resource> nodes, String namespace) {
        this.tenants = tenants;
        this.nodes = nodes;
        this.namespace = namespace;
    }

    /** Either may keep away from the other. */
    boolean avoids(Resource node, PodTemplate newcomer) {
        boolean own = newcomer.placement().apart().stream()
                .anyMatch(apart -> peers(node, apart.topology()).anyMatch(pod -> matches(apart, pod)));
        return own || others(node, newcomer);
    }

    private boolean others(Resource node, PodTemplate newcomer) {
        return nodes.stream()
                .flatMap(other -> here(other)
                        .flatMap(pod -> Tenants.template(pod).placement().apart().stream())
                        .filter(apart -> apart.pods().matches(newcomer.labels()))
                        .filter(apart -> sameDomain(node, other, apart.topology())))
                .findAny()
                .isPresent();
    }

    /** The first of those that seek each other may go anywhere. */
    boolean lacks(Resource node, PodTemplate newcomer) {
        return newcomer.placement().near().stream().anyMatch(near -> {
            boolean first = near.pods().matches(newcomer.labels())
                    && nodes.stream().flatMap(this::here).noneMatch(pod -> matches(near, pod));
            return !first && peers(node, near.topology()).noneMatch(pod -> matches(near, pod));
        });
    }

    /** @param eligible the nodes that the pod may choose from at all */
    boolean crowds(Resource node, PodTemplate newcomer, List<Resource> eligible) {
        return newcomer.placement().spread().stream()
                .filter(Spread::strict)
                .anyMatch(spread -> crowds(node, newcomer, spread, eligible));
    }

    private boolean crowds(Resource node, PodTemplate newcomer, Spread spread, List<Resource> eligible) {
        Optional<String> own = domain(node, spread.topology());
        if (own.isEmpty()) {
            return true;
        }
        Map<String, Long> counts = new HashMap<>();
        for (Resource other : eligible) {
            domain(other, spread.topology())
                    .ifPresent(name -> counts.merge(
                            name,
                            here(other)
                                    .filter(pod -> spread.pods()
                                            .matches(Tenants.template(pod).labels()))
                                    .count(),
                            Long::sum));
        }
        long least = counts.values().stream().mapToLong(Long::longValue).min().orElse(0);
        long self = spread.pods().matches(newcomer.labels()) ? 1 : 0;
        return counts.getOrDefault(own.get(), 0L) + self - least > spread.maxSkew();
    }

    private static boolean matches(PodAffinity affinity, Resource pod) {
        return affinity.pods().matches(Tenants.template(pod).labels());
    }

    private Stream<Resource> peers(Resource node, String topology) {
        return nodes.stream().filter(other -> sameDomain(node, other, topology)).flatMap(this::here);
    }

    /** Rules are about pods of the same namespace, unless they name others, which is rare. */
    private Stream<Resource> here(Resource node) {
        return tenants.on(node.ref().name()).filter(pod -> pod.ref().namespace().equals(namespace));
    }

    private static boolean sameDomain(Resource one, Resource other, String topology) {
        Optional<String> domain = domain(one, topology);
        return domain.isPresent() && domain.equals(domain(other, topology));
    }

    private static Optional<String> domain(Resource node, String topology) {
        Optional<String> label = Optional.ofNullable(node.meta().labels().get(topology));
        return label.isEmpty() && topology.equals(HOST) ? Optional.of(node.ref().name()) : label;
    }
}
