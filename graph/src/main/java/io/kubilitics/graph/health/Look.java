package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.EndpointsFacts;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.reach.Selected;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** One look at a world at one moment: what the checks of all kinds ask it. */
final class Look {

    /** A container may take so long to become ready, and a pod to find a node, before anyone should wonder. */
    static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Controllers may take so long to follow, with all their retries. */
    static final Duration SETTLING = Duration.ofMinutes(5);
    /** An event that was not repeated for so long tells of the past. */
    private static final Duration RECENT = Duration.ofMinutes(15);

    private static final List<Kind> MAKERS =
            List.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET, Kind.JOB, Kind.CRON_JOB);

    private final World world;
    private final Instant now;
    private final Selected selected;
    private final Map<String, List<Resource>> workloads = new HashMap<>();

    Look(World world, Instant now) {
        this.world = world;
        this.now = now;
        this.selected = new Selected(world);
    }

    World world() {
        return world;
    }

    Instant now() {
        return now;
    }

    /** Whether it has lasted longer than that. Of a time that nobody told it is not known. */
    boolean lasting(Instant since, Duration atLeast) {
        return since.plus(atLeast).isBefore(now);
    }

    boolean within(Instant at, Duration past) {
        return !at.plus(past).isBefore(now);
    }

    /** Known not to exist, which is more than not seen. */
    boolean absent(ResourceRef ref) {
        return world.presence(ref) == Presence.ABSENT;
    }

    List<Resource> pods(String namespace, Selector selector) {
        return selected.pods(namespace, selector);
    }

    /** Everything in a namespace that makes pods from a template; all namespaces are read at the first question. */
    List<Resource> workloads(String namespace) {
        if (workloads.isEmpty()) {
            MAKERS.stream()
                    .flatMap(world::all)
                    .forEach(maker -> workloads
                            .computeIfAbsent(maker.ref().namespace(), _ -> new ArrayList<>())
                            .add(maker));
        }
        return workloads.getOrDefault(namespace, List.of());
    }

    /** The pods that it made, itself or through a ReplicaSet. */
    Stream<Resource> ownPods(ResourceRef owner) {
        return world.to(owner, Relation.Type.OWNS)
                .flatMap(
                        owned -> owned.kind().equals(Kind.POD) ? Stream.of(owned) : world.to(owned, Relation.Type.OWNS))
                .flatMap(pod -> world.find(pod).stream())
                .filter(pod -> pod.facts() instanceof PodFacts);
    }

    /** Whether its pods are just being made or taken away: then what is missing may come by itself. */
    boolean moving(ResourceRef owner) {
        return ownPods(owner)
                .map(Resource::meta)
                .anyMatch((Meta meta) -> meta.deleting() || within(meta.created(), SETTLING));
    }

    /** The latest warning of one of these reasons, unless it is of long ago. */
    Optional<EventNote> warning(ResourceRef about, Set<String> reasons) {
        return world.events(about).stream()
                .filter(event -> event.warning() && reasons.contains(event.reason()) && within(event.last(), RECENT))
                .max(Comparator.comparing(EventNote::last));
    }

    /** When the last of these pods stopped being ready; nothing when none ever was seen to. */
    static Optional<Instant> unready(Stream<Resource> pods) {
        return pods.flatMap(pod ->
                        pod.facts() instanceof PodFacts facts ? facts.condition("Ready").stream() : Stream.empty())
                .filter(ready -> !ready.holds())
                .map(Condition::since)
                .max(Instant::compareTo);
    }

    /** How many addresses behind a Service take traffic; nothing when that cannot be seen. */
    OptionalLong readyEndpoints(ResourceRef service) {
        return seesEndpoints(service)
                ? OptionalLong.of(endpoints(service).stream()
                        .mapToLong(EndpointsFacts::ready)
                        .sum())
                : OptionalLong.empty();
    }

    boolean seesEndpoints(ResourceRef service) {
        return !endpoints(service).isEmpty()
                || world.listed(Kind.ENDPOINT_SLICE, service.namespace())
                || world.listed(Kind.ENDPOINTS, service.namespace());
    }

    /** The addresses behind a Service, from its slices or, where there are none, as they were told before there were slices. */
    List<EndpointsFacts> endpoints(ResourceRef service) {
        List<Resource> lists = world.from(service, Relation.Type.ENDPOINTS_OF)
                .flatMap(list -> world.find(list).stream())
                .toList();
        boolean slices = lists.stream().anyMatch(list -> list.ref().kind().equals(Kind.ENDPOINT_SLICE));
        return lists.stream()
                .filter(list -> !slices || list.ref().kind().equals(Kind.ENDPOINT_SLICE))
                .flatMap(list -> list.facts() instanceof EndpointsFacts facts ? Stream.of(facts) : Stream.empty())
                .toList();
    }

    static Symptom symptom(Ailment ailment, Resource of, Condition condition) {
        String says = condition.message().isEmpty() ? condition.reason() : condition.message();
        return new Symptom(ailment, of.ref(), "", says, condition.since());
    }

    /** At the earliest since somebody last wrote what is wished of it: what it was before need not have been wrong. */
    static Symptom symptom(Ailment ailment, Resource of, String part, String says) {
        return new Symptom(ailment, of.ref(), part, says, asItIs(of));
    }

    /** Since when it is as it is, but for its status. */
    static Instant asItIs(Resource resource) {
        return later(resource.meta().created(), resource.meta().wished());
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
