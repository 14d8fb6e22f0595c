package io.kubilitics.reasoning.signal;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Amount;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which objects are meant by the names that measurements and calls give to applications, and where these run. */
final class AppNames {

    private static final List<Kind> WORKLOADS = List.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET);
    private static final List<String> NAME_LABELS = List.of("app.kubernetes.io/name", "app", "k8s-app", "name");

    private final World world;
    private final Map<String, Set<ResourceRef>> named = new HashMap<>();
    private final Map<String, Set<ResourceRef>> labelled = new HashMap<>();
    private final Map<ResourceRef, List<Resource>> pods = new HashMap<>();
    private final String home;

    AppNames(World world, Set<String> wanted) {
        this.world = world;
        world.all(Kind.POD).forEach(this::takePod);
        WORKLOADS.forEach(kind -> world.all(kind).forEach(workload -> name(workload.ref(), workload.ref())));
        world.all(Kind.SERVICE).forEach(service -> behind(service.ref()).forEach(top -> name(service.ref(), top)));
        this.home = home(wanted);
    }

    private void takePod(Resource pod) {
        ResourceRef top = world.topOwner(pod.ref());
        pods.computeIfAbsent(top, _ -> new ArrayList<>()).add(pod);
        name(pod.ref(), top);
        for (String key : NAME_LABELS) {
            String value = pod.meta().labels().get(key);
            if (value != null) {
                labelled.computeIfAbsent(value, _ -> new HashSet<>()).add(top);
            }
        }
    }

    private void name(ResourceRef called, ResourceRef workload) {
        named.computeIfAbsent(called.name(), _ -> new TreeSet<>()).add(workload);
    }

    private Stream<ResourceRef> behind(ResourceRef service) {
        return world.to(service, Relation.Type.SELECTS).map(world::topOwner).distinct();
    }

    /** Names tell no namespace: most of them are at home in one. */
    private String home(Set<String> wanted) {
        Map<String, Long> votes = wanted.stream()
                .flatMap(name -> named.getOrDefault(name, Set.of()).stream())
                .collect(Collectors.groupingBy(ResourceRef::namespace, Collectors.counting()));
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** The workload, or the node; nothing when nobody or more than one is called so. */
    Optional<ResourceRef> find(String name) {
        ResourceRef node = ResourceRef.clusterWide(Kind.NODE, name);
        if (world.find(node).isPresent()) {
            return Optional.of(node);
        }
        return one(named.getOrDefault(name, Set.of()))
                .or(() -> one(labelled.getOrDefault(name, Set.of())))
                .or(() -> one(longer(name)));
    }

    /** Of several, the one whose own name it is, at home. */
    private Optional<ResourceRef> one(Set<ResourceRef> found) {
        List<ResourceRef> near = found.size() == 1
                ? List.copyOf(found)
                : found.stream().filter(ref -> ref.namespace().equals(home)).toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    private Set<ResourceRef> longer(String name) {
        return WORKLOADS.stream()
                .flatMap(world::all)
                .map(Resource::ref)
                .filter(ref -> ref.name().startsWith(name + "-"))
                .collect(Collectors.toSet());
    }

    /** Where its pods run; a node runs on itself. */
    Set<ResourceRef> nodes(ResourceRef ref) {
        return ref.kind().equals(Kind.NODE)
                ? Set.of(ref)
                : running(ref)
                        .map(PodFacts::node)
                        .filter(node -> !node.isEmpty())
                        .map(node -> ResourceRef.clusterWide(Kind.NODE, node))
                        .collect(Collectors.toSet());
    }

    /** How many cores its pods may use together; 0 when that is not limited. */
    double cores(ResourceRef ref) {
        List<Long> limits = running(ref)
                .flatMap(pod -> pod.template().containers().stream())
                .map(container -> container.resources().limits().getOrDefault("cpu", Amount.ZERO))
                .map(Amount::thousandths)
                .toList();
        return limits.contains(0L)
                ? 0
                : limits.stream().mapToLong(Long::longValue).sum() / 1000.0;
    }

    private Stream<PodFacts> running(ResourceRef ref) {
        return pods.getOrDefault(ref, List.of()).stream()
                .map(Resource::facts)
                .filter(PodFacts.class::isInstance)
                .map(PodFacts.class::cast)
                .filter(pod -> !pod.finished() && !pod.failed());
    }

    /** Who has whose Service among its settings: the best guess where nobody watched the calls. */
    Map<String, List<String>> settings(Map<String, ResourceRef> apps) {
        Map<ResourceRef, String> names = apps.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, _) -> one));
        return apps.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> world.to(
                                        apps.getOrDefault(name, ResourceRef.clusterWide(Kind.NODE, name)),
                                        Relation.Type.CONNECTS_TO)
                                .flatMap(this::behind)
                                .flatMap(ref -> Optional.ofNullable(names.get(ref)).stream())
                                .distinct()
                                .toList()));
    }
}
