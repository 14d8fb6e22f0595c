package io.kubilitics.reasoning.signal;

import io.kubilitics.reasoning.signal.Metrics.Sample;
import io.kubilitics.reasoning.signal.Metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All series of a scene, by who they tell of and what they tell; each compares with its own past and its peers. */
final class Readings {

    /** A healthy node, too, sends a packet again every few seconds. */
    static final double FEW_PACKETS = 0.2;

    private static final double PACKETS_CLEAR = 1.5;
    /** The other aspects say nothing of slowness. */
    private static final Set<Aspect> TELLING =
            EnumSet.complementOf(EnumSet.of(Aspect.MEMORY, Aspect.SUCCESS, Aspect.ERRORS));

    private record Key(Aspect aspect, String metric) {}

    private final Map<String, Map<Key, Track>> tracks = new TreeMap<>();
    private final Map<Key, Double> floors = new HashMap<>();

    Readings(Metrics metrics) {
        for (Series series : metrics.series()) {
            Aspect.of(series.metric()).filter(TELLING::contains).ifPresent(aspect -> take(series, aspect));
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
        double[] middles = tracks.values().stream()
                .flatMap(each -> Optional.ofNullable(each.get(key)).stream())
                .mapToDouble(Track::middle)
                .filter(middle -> middle > 0)
                .sorted()
                .toArray();
        double quiet = middles.length == 0 ? 1 : Track.quantile(middles, 0.25);
        return isOfPackets(key.aspect()) || key.aspect() == Aspect.REQUESTS ? quiet / 4 : quiet;
    }

    Iterable<String> names() {
        return tracks.keySet();
    }

    /** The greatest rise of each aspect; of several quantiles, since the first of them rose. */
    Map<Aspect, Jump> jumps(String name) {
        Map<Aspect, Jump> jumps = new EnumMap<>(Aspect.class);
        tracks.getOrDefault(name, Map.of())
                .forEach((key, track) -> track.jump(floors.getOrDefault(key, 1.0))
                        .filter(jump -> jump.factor() >= clear(key.aspect()))
                        .ifPresent(jump -> jumps.merge(key.aspect(), jump, Readings::both)));
        jumps.replaceAll((_, jump) -> jump.with(change(name, Aspect.REQUESTS, jump.since())));
        return jumps;
    }

    /** Packets are many and steady: less of a rise is clear. */
    private static double clear(Aspect aspect) {
        return isOfPackets(aspect) ? PACKETS_CLEAR : Shifts.CLEAR;
    }

    private static boolean isOfPackets(Aspect aspect) {
        return aspect == Aspect.RECEIVED || aspect == Aspect.SENT;
    }

    private static Jump both(Jump one, Jump other) {
        Jump greater = one.factor() >= other.factor() ? one : other;
        Instant first = one.since().isBefore(other.since()) ? one.since() : other.since();
        return new Jump(greater.factor(), greater.before(), greater.after(), first, greater.requests());
    }

    /** How many times what it was before a moment an aspect is after it; 1 when nobody measured it. */
    double change(String name, Aspect aspect, Instant at) {
        return tracks.getOrDefault(name, Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().aspect() == aspect)
                .map(entry -> entry.getValue().change(at, floors.getOrDefault(entry.getKey(), 1.0)))
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(1);
    }

    /** From the first to the last that was measured. */
    Duration length() {
        Instant begin = all().map(Track::begin).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        return Duration.between(
                begin, all().map(Track::end).max(Comparator.naturalOrder()).orElse(begin));
    }

    private Stream<Track> all() {
        return tracks.values().stream().flatMap(each -> each.values().stream());
    }
}
