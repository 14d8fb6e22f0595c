package io.kubilitics.operator.feed;

import io.kubilitics.graph.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the watches are: which have a connection, when each last said something new, how often its kind had to be listed again.
 * They are looked at once a second. Silence proves nothing: on a real API server a quiet kind
 * says nothing new for minutes, and Events, for which it sends no bookmarks, for ever.
 */
public final class Watches implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);
    private static final Duration PULSE = Duration.ofSeconds(1);

    /**
     * One watch as last seen.
     *
     * @param version how far it is; empty before everything was listed
     * @param heard when it came so far
     * @param down since when it has no connection; none while it has one
     */
    private record Look(
            String version,
            @Nullable Instant heard,
            @Nullable Instant down) {}

    private final InstantSource clock;
    private final Limits limits;
    private final Instant begun;
    private final Map<Portion, Stretch> stretches = new ConcurrentHashMap<>();
    private final Map<Portion, Look> looks = new ConcurrentHashMap<>();
    private final Set<Portion> listedOnce = ConcurrentHashMap.newKeySet();
    private final Map<Kind, AtomicLong> relists = new ConcurrentHashMap<>();
    private final Set<Portion> missed = new TreeSet<>();
    private final Thread pulse;

    public Watches(InstantSource clock) {
        this(clock, Limits.STANDARD);
    }

    public Watches(InstantSource clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
        begun = clock.instant();
        pulse = Thread.ofVirtual().name("watch-pulse").start(this::beat);
    }

    Limits limits() {
        return limits;
    }

    /** Nothing that was written earlier tells how fast we learn of what is written. */
    Instant begun() {
        return begun;
    }

    void add(Portion portion, Stretch stretch) {
        listedOnce.remove(portion);
        looks.put(portion, new Look("", null, clock.instant()));
        stretches.put(portion, stretch);
    }

    /** The same for one that was given up meanwhile; what is looked at already stays as it is. */
    void back(Portion portion, Stretch stretch) {
        if (stretches.putIfAbsent(portion, stretch) == null) {
            looks.put(portion, new Look("", null, clock.instant()));
        }
    }

    /** It may not be watched, or need not be any more. */
    void giveUp(Portion portion, Stretch stretch) {
        if (stretches.remove(portion, stretch)) {
            looks.remove(portion);
        }
    }

    /** All of it was taken from the API server, for the first time or again. */
    void listed(Portion portion) {
        if (!listedOnce.add(portion)) {
            relists.computeIfAbsent(portion.kind(), _ -> new AtomicLong()).getAndIncrement();
            LOG.atInfo().addKeyValue("kind", portion).log("listed again: its watch could not be continued");
        }
    }

    /** What the watches on a kind wait for that are not up, half a sentence each. */
    public List<String> awaited(Kind kind) {
        return of(stretches, kind)
                .filter(stretch -> !stretch.isWatching())
                .map(Stretch::awaits)
                .distinct()
                .toList();
    }

    /** How often a kind was listed again after the first time. */
    public long relists(Kind kind) {
        AtomicLong all = relists.get(kind);
        return all == null ? 0 : all.get();
    }

    /** Whether a kind is watched at this moment. */
    public boolean up(Kind kind) {
        List<Stretch> all = of(stretches, kind).toList();
        return !all.isEmpty() && all.stream().allMatch(Stretch::isWatching);
    }

    /** How long ago the API server last said something new about a kind; nothing before it did or where it may not be watched. */
    public Optional<Duration> silence(Kind kind) {
        return of(looks, kind)
                .flatMap(look -> Optional.ofNullable(look.heard()).stream())
                .max(Comparator.naturalOrder())
                .map(this::since);
    }

    private static <T> Stream<T> of(Map<Portion, T> all, Kind kind) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind))
                .map(Map.Entry::getValue);
    }

    /**
     * For how long the world may have missed something: the longest time that any watch has been without a connection. Nothing
     * before every kind was listed.
     */
    public Optional<Duration> age() {
        Duration longest = Duration.ZERO;
        for (Look look : looks.values()) {
            if (look.heard() == null) {
                return Optional.empty();
            }
            Duration missed = look.down() == null ? Duration.ZERO : since(look.down());
            longest = longest.compareTo(missed) > 0 ? longest : missed;
        }
        return looks.isEmpty() ? Optional.empty() : Optional.of(longest);
    }

    /** Which kinds are not watched though they should be, and for how long; a short break is none. */
    public Map<Kind, Duration> away() {
        Map<Kind, Duration> away = new TreeMap<>();
        missing()
                .forEach((portion, down) ->
                        away.merge(portion.kind(), down, (one, other) -> one.compareTo(other) > 0 ? one : other));
        return away;
    }

    private Map<Portion, Duration> missing() {
        Map<Portion, Duration> missing = new TreeMap<>();
        looks.forEach((portion, look) -> Optional.ofNullable(look.down())
                .map(this::since)
                .filter(down -> down.compareTo(limits.gap()) > 0)
                .ifPresent(down -> missing.put(portion, down)));
        return missing;
    }

    private Duration since(Instant then) {
        return Duration.between(then, clock.instant());
    }

    private void beat() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PULSE);
                tryToLook();
            }
        } catch (InterruptedException ended) {
            LOG.debug("the watches are looked at no longer");
        }
    }

    private void tryToLook() {
        try {
            look();
        } catch (RuntimeException broken) {
            LOG.atError().setCause(broken).log("the watches could not be looked at");
        }
    }

    private void look() {
        lookAtEach();
        Set<Portion> away = missing().keySet();
        away.stream()
                .filter(missed::add)
                .forEach(portion -> LOG.atWarn()
                        .addKeyValue("kind", portion)
                        .addKeyValue("awaited", awaited(portion.kind()))
                        .log("is not watched; trying again"));
        missed.stream().filter(portion -> !away.contains(portion)).toList().forEach(portion -> {
            missed.remove(portion);
            LOG.atInfo().addKeyValue("kind", portion).log("is watched again");
        });
    }

    private void lookAtEach() {
        Instant now = clock.instant();
        stretches.forEach((portion, stretch) -> {
            String version = stretch.version();
            boolean up = stretch.isWatching();
            looks.computeIfPresent(
                    portion,
                    (_, before) -> new Look(
                            version,
                            version.isEmpty() || version.equals(before.version()) ? before.heard() : now,
                            up ? null : before.down() == null ? now : before.down()));
        });
    }

    /** Before the watches are ended, which are not missed then. */
    @Override
    public void close() {
        stretches.clear();
        pulse.interrupt();
        try {
            pulse.join(PULSE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
