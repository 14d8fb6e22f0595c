package io.kubilitics.reasoning.signal;

import io.kubilitics.reasoning.signal.Metrics.Sample;
import io.kubilitics.reasoning.signal.Metrics.Series;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All series of a scene, by who they tell of and what they tell; each compares with its own past and its peers. */
final class Readings {

    /** A healthy node, too, sends a packet again every few seconds. */
    private static final double FEW_PACKETS = 0.2;

    private static final double PACKETS_CLEAR = 1.5;

    private record Key(Aspect aspect, String metric) {}

    private final Map<String, Map<Key, Track>> tracks = new TreeMap<>();
    private final Map<Key, Double> floors = new HashMap<>();

    Readings(Metrics metrics) {
        for (Series series : metrics.series()) {
            Aspect.of(series.metric()).ifPresent(aspect -> take(series, aspect));
        }
        tracks.values().stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .forEach(key -> floors.put(key, floor(key)));
    }

    private void take(Series series, Aspect aspect) {
        // Where nothing was asked, nothing took time.
        List<Sample> samples = aspect == Aspect.LATENCY
                ? series.samples().stream().filter(sample -> sample.value() > 0).toList()
                : series.samples();
        Track.of(samples)
                .ifPresent(track -> tracks.computeIfAbsent(series.subject(), _ -> new HashMap<>())
                        .put(new Key(aspect, series.metric()), track));
    }

    /** What is little, by what the quieter of the peers have. */
    private double floor(Key key) {
        if (key.aspect() == Aspect.RETRANSMISSIONS) {
            return FEW_PACKETS;
        }
        List<Double> middles = tracks.values().stream()
                .flatMap(each -> Optional.ofNullable(each.get(key)).stream())
                .map(Track::middle)
                .filter(middle -> middle > 0)
                .sorted()
                .toList();
        return middles.isEmpty() ? 1 : Track.quantile(middles, 0.25);
    }

    Iterable<String> names() {
        return tracks.keySet();
    }

    /** The greatest rise of each aspect; of several quantiles, since the first of them rose. */
    Map<Aspect, Jump> jumps(String name) {
        Map<Aspect, Jump> jumps = new EnumMap<>(Aspect.class);
        tracks.getOrDefault(name, Map.of())
                .forEach((key, track) -> track.jump(fine(key))
                        .filter(jump -> jump.factor() >= clear(key.aspect()))
                        .ifPresent(jump -> jumps.merge(key.aspect(), jump, Readings::both)));
        return jumps;
    }

    /** Packets are many and steady: less of a rise is clear. */
    private static double clear(Aspect aspect) {
        return ofPackets(aspect) ? PACKETS_CLEAR : Shifts.CLEAR;
    }

    private double fine(Key key) {
        double floor = floors.getOrDefault(key, 1.0);
        return ofPackets(key.aspect()) ? floor / 4 : floor;
    }

    private static boolean ofPackets(Aspect aspect) {
        return aspect == Aspect.RECEIVED || aspect == Aspect.SENT;
    }

    private static Jump both(Jump one, Jump other) {
        Jump greater = one.factor() >= other.factor() ? one : other;
        Instant first = one.since().isBefore(other.since()) ? one.since() : other.since();
        return new Jump(greater.factor(), greater.before(), greater.after(), first);
    }

    /** How many times what it was before a moment each aspect is after it. */
    Map<Aspect, Double> changes(String name, Instant at) {
        Map<Aspect, Double> changes = new EnumMap<>(Aspect.class);
        tracks.getOrDefault(name, Map.of()).forEach((key, track) -> {
            OptionalDouble change = track.change(at, floors.getOrDefault(key, 1.0) / 4);
            change.ifPresent(factor -> changes.merge(key.aspect(), factor, Math::max));
        });
        return changes;
    }

    Optional<Instant> begin() {
        return all().map(Track::begin).min(Comparator.naturalOrder());
    }

    Optional<Instant> end() {
        return all().map(Track::end).max(Comparator.naturalOrder());
    }

    private Stream<Track> all() {
        return tracks.values().stream().flatMap(each -> each.values().stream());
    }
}
