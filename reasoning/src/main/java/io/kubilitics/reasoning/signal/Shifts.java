package io.kubilitics.reasoning.signal;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the numbers left their own past behind, by the objects they tell of.
 *
 * @param blur so much later may be at the same time: numbers are sampled and averaged
 * @param told the numbers are only known from alerts: words from outside
 */
public record Shifts(List<App> apps, CallGraph calls, Duration blur, boolean told) {

    public static final Shifts NONE = new Shifts(List.of(), new CallGraph(Map.of()), Duration.ZERO, false);

    /** Less than twice as much may be noise. */
    static final double CLEAR = 2;
    /** What begins within this part of all that was measured belongs to one event, and what follows from it within twice that. */
    private static final int EVENT = 8;

    public Shifts {
        apps = List.copyOf(apps);
    }

    /**
     * An application or a node, and its numbers.
     *
     * @param nodes where its pods run
     * @param jumps what rose and stayed high
     * @param changes how many times what it was before each aspect is since its own jump, or since the event
     * @param cores how much CPU it may use; 0 when that is not limited
     */
    public record App(
            String name,
            ResourceRef ref,
            Set<ResourceRef> nodes,
            Map<Aspect, Jump> jumps,
            Map<Aspect, Double> changes,
            double cores) {
        public App {
            nodes = Set.copyOf(nodes);
            jumps = Map.copyOf(jumps);
            changes = Map.copyOf(changes);
        }

        public Optional<Jump> jump(Aspect aspect) {
            return Optional.ofNullable(jumps.get(aspect));
        }

        /** Unchanged where nothing was measured. */
        public double change(Aspect aspect) {
            return changes.getOrDefault(aspect, 1.0);
        }

        public boolean isNode() {
            return ref.kind().equals(Kind.NODE);
        }
    }

    public static Shifts of(World world, Signals signals) {
        if (signals.metrics().series().isEmpty() && signals.alerts().isEmpty()) {
            return NONE;
        }
        Readings readings = new Readings(signals.metrics());
        Map<String, Map<Aspect, Jump>> jumps = new TreeMap<>();
        readings.names().forEach(name -> jumps.put(name, readings.jumps(name)));
        Optional<Instant> event = event(readings, jumps.values());
        event.ifPresent(at ->
                jumps.values().forEach(each -> forget(each, at, window(readings).multipliedBy(2))));
        boolean told = jumps.isEmpty();
        AlertReadings.of(signals.alerts()).forEach((name, alerts) -> {
            Map<Aspect, Jump> known = jumps.computeIfAbsent(name, _ -> new EnumMap<>(Aspect.class));
            if (told) {
                known.putAll(alerts);
            }
        });
        Set<String> names = new TreeSet<>(jumps.keySet());
        names.addAll(signals.probes().calls().keySet());
        AppNames objects = new AppNames(world, names);
        return new Shifts(
                apps(names, jumps, readings, event, objects), calls(signals, names, objects), window(readings), told);
    }

    /** What rose at another time is another story: usually the noise of the day. */
    private static void forget(Map<Aspect, Jump> jumps, Instant event, Duration window) {
        Jump slow = jumps.get(Aspect.LATENCY);
        if (slow != null && (slow.since().isBefore(event) || slow.since().isAfter(event.plus(window)))) {
            jumps.remove(Aspect.LATENCY);
        }
    }

    /** The moment at which most of all latency began to rise; clear rises tell more than many small ones. */
    private static Optional<Instant> event(Readings readings, Collection<Map<Aspect, Jump>> jumps) {
        List<Jump> slow = jumps.stream()
                .flatMap(each -> Optional.ofNullable(each.get(Aspect.LATENCY)).stream())
                .toList();
        Duration window = window(readings);
        Instant best = Instant.EPOCH;
        double most = 0;
        for (Instant start : slow.stream().map(Jump::since).sorted().toList()) {
            double weight = slow.stream()
                    .filter(jump ->
                            !jump.since().isBefore(start) && !jump.since().isAfter(start.plus(window)))
                    .mapToDouble(jump -> jump.weight() * jump.weight())
                    .sum();
            if (weight > most) {
                most = weight;
                best = start;
            }
        }
        return most > 0 ? Optional.of(best) : Optional.empty();
    }

    private static Duration window(Readings readings) {
        Instant begin = readings.begin().orElse(Instant.EPOCH);
        return Duration.between(begin, readings.end().orElse(begin)).dividedBy(EVENT);
    }

    private static List<App> apps(
            Set<String> names,
            Map<String, Map<Aspect, Jump>> jumps,
            Readings readings,
            Optional<Instant> event,
            AppNames objects) {
        List<App> apps = new ArrayList<>();
        for (String name : names) {
            Map<Aspect, Jump> own = jumps.getOrDefault(name, Map.of());
            Optional<Instant> at = since(own).or(() -> event);
            objects.find(name)
                    .ifPresent(ref -> apps.add(new App(
                            name,
                            ref,
                            objects.nodes(ref),
                            own,
                            at.map(moment -> readings.changes(name, moment)).orElse(Map.of()),
                            objects.cores(ref))));
        }
        return apps;
    }

    private static Optional<Instant> since(Map<Aspect, Jump> jumps) {
        return Stream.of(Aspect.LATENCY, Aspect.CPU, Aspect.RECEIVED)
                .flatMap(aspect -> Optional.ofNullable(jumps.get(aspect)).stream())
                .map(Jump::since)
                .findFirst();
    }

    private static CallGraph calls(Signals signals, Set<String> names, AppNames objects) {
        if (!signals.probes().calls().isEmpty()) {
            return new CallGraph(signals.probes().calls());
        }
        Map<String, ResourceRef> found = new TreeMap<>();
        names.forEach(name -> objects.find(name).ifPresent(ref -> found.put(name, ref)));
        return new CallGraph(objects.settings(found));
    }

    public Optional<App> app(ResourceRef ref) {
        return apps.stream().filter(app -> app.ref().equals(ref)).findFirst();
    }

    /** All nodes that carry what was measured. */
    public Set<ResourceRef> nodes() {
        return apps.stream().flatMap(app -> app.nodes().stream()).collect(Collectors.toCollection(HashSet::new));
    }
}
