package io.kubilitics.gateway.bundle;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of what the files hold all there is, so that what they do not hold is absent and not just unseen
 * (docs/decisions/0020-reading-bundles.md).
 *
 * @param everywhere kinds that are complete in the whole cluster
 * @param inNamespaces kinds that are complete in some namespaces
 */
public record Completeness(Set<Kind> everywhere, Map<Kind, Set<String>> inNamespaces) {

    public static final Completeness NONE = new Completeness(Set.of(), Map.of());

    /** No cluster is without them: whoever listed the namespaces has seen them. */
    private static final Set<String> ALWAYS_THERE = Set.of("default", "kube-system");

    public Completeness {
        everywhere = Set.copyOf(everywhere);
        inNamespaces = Map.copyOf(inNamespaces);
    }

    /** Of objects that were taken completely, kind by kind, in the namespaces that were looked at. */
    public static Completeness of(Collection<ResourceRef> complete) {
        Set<String> namespaces = complete.stream()
                .filter(ref -> ref.kind().equals(Kind.NAMESPACE))
                .map(ResourceRef::name)
                .collect(Collectors.toSet());
        boolean wholeCluster = namespaces.containsAll(ALWAYS_THERE);
        Set<Kind> everywhere = new TreeSet<>();
        Map<Kind, Set<String>> inNamespaces = new TreeMap<>();
        for (ResourceRef ref : complete) {
            if (wholeCluster || (ref.namespace().isEmpty() && !ref.kind().equals(Kind.NAMESPACE))) {
                everywhere.add(ref.kind());
            } else if (!ref.namespace().isEmpty() && !ref.kind().equals(Kind.EVENT)) {
                inNamespaces.computeIfAbsent(ref.kind(), _ -> new TreeSet<>()).add(ref.namespace());
            }
        }
        everywhere.forEach(inNamespaces::remove);
        return new Completeness(everywhere, inNamespaces);
    }

    /** Of a world that was told of it. */
    public static Completeness of(World world) {
        Set<Kind> everywhere = new TreeSet<>();
        Map<Kind, Set<String>> inNamespaces = new TreeMap<>();
        world.coverage().kinds().forEach((kind, reach) -> {
            if (reach.everywhere()) {
                everywhere.add(kind);
            } else if (!reach.namespaces().isEmpty()) {
                inNamespaces.put(kind, reach.namespaces());
            }
        });
        return new Completeness(everywhere, inNamespaces);
    }

    /** For the world. */
    public Stream<Observation> observations() {
        return Stream.concat(
                everywhere.stream().sorted().map(Observation.Listed::new),
                inNamespaces.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(entry -> entry.getValue().stream()
                                .sorted()
                                .map(namespace -> new Observation.Listed(entry.getKey(), namespace))));
    }
}
