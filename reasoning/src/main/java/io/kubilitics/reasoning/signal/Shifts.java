package io.kubilitics.reasoning.signal;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    /** What begins within this part of all that was measured begins together, and what follows from it within twice that. */
    private static final int EVENT = 8;
    /** Beside the greatest rise a smaller one is noise. */
    private static final double GREAT = 0.5;

    public Shifts {
        apps = List.copyOf(apps);
    }

    /**
     * An application or a node, and its numbers.
     *
     * @param nodes where its pods run
     * @param jumps what rose and stayed high
     * @param packets how many times as many packets, in and out, it has since then
     * @param cores how much CPU it may use; 0 when that is not limited
     */
    public record App(
            String name,
            ResourceRef ref,
            Set<ResourceRef> nodes,
            Map<Aspect, Jump> jumps,
            double packets,
            double cores) {
        public App {
            nodes = Set.copyOf(nodes);
            jumps = Map.copyOf(jumps);
        }

        public Optional<Jump> jump(Aspect aspect) {
            return Optional.ofNullable(jumps.get(aspect));
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
        Duration blur = readings.length().dividedBy(EVENT);
        Map<String, Map<Aspect, Jump>> jumps = new TreeMap<>();
        readings.names().forEach(name -> jumps.put(name, readings.jumps(name)));
        boolean told = jumps.isEmpty();
        if (told) {
            jumps.putAll(AlertReadings.of(signals.alerts()));
        } else {
            begun(jumps.values()).ifPresent(begin -> jumps.values().forEach(each -> forget(each, begin, blur)));
        }
        Set<String> names = new TreeSet<>(jumps.keySet());
        names.addAll(signals.probes().calls().keySet());
        AppNames objects = new AppNames(world, names);
        List<App> apps = names.stream()
                .flatMap(name ->
                        objects
                                .find(name)
                                .map(ref -> app(name, ref, jumps.getOrDefault(name, Map.of()), readings, objects))
                                .stream())
                .toList();
        return new Shifts(apps, calls(signals, names, objects), blur, told);
    }

    /** When the first great rise of latency began; what rose only then may be its victim. */
    private static Optional<Instant> begun(Collection<Map<Aspect, Jump>> jumps) {
        List<Jump> slow = jumps.stream()
                .flatMap(each -> Optional.ofNullable(each.get(Aspect.LATENCY)).stream())
                .toList();
        double most = slow.stream().mapToDouble(Jump::weight).max().orElse(0);
        return slow.stream()
                .filter(jump -> jump.weight() >= GREAT * most)
                .map(Jump::since)
                .min(Instant::compareTo);
    }

    /** What rose at another time is another story: usually the noise of the day. */
    private static void forget(Map<Aspect, Jump> jumps, Instant begin, Duration blur) {
        Jump slow = jumps.get(Aspect.LATENCY);
        if (slow != null
                && (slow.since().isBefore(begin.minus(blur))
                        || slow.since().isAfter(begin.plus(blur.multipliedBy(2))))) {
            jumps.remove(Aspect.LATENCY);
        }
    }

    private static App app(String name, ResourceRef ref, Map<Aspect, Jump> jumps, Readings readings, AppNames objects) {
        Map<Aspect, Jump> own = new EnumMap<>(Aspect.class);
        own.putAll(jumps);
        double packets = Optional.ofNullable(own.get(Aspect.LATENCY))
                .or(() -> Optional.ofNullable(own.get(Aspect.RECEIVED)))
                .map(Jump::since)
                .map(since -> Math.min(
                        readings.change(name, Aspect.RECEIVED, since), readings.change(name, Aspect.SENT, since)))
                .orElse(1.0);
        return new App(name, ref, objects.nodes(ref), own, packets, objects.cores(ref));
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
        return apps.stream()
                .filter(app -> !app.isNode())
                .flatMap(app -> app.nodes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
