package io.kubilitics.graph.time;

import io.kubilitics.graph.time.Frame.Past;
import io.kubilitics.graph.world.Kept;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * Keeps a world and its past: about one world a second and what was learnt between, for so long and within so many bytes. When
 * bytes run out the window shrinks, and says so. Written by one thread, read by any; a reader gets values.
 *
 * <p>Worlds share what did not change, so what a past one costs is what has changed since. That is estimated by the number of
 * changes and the size of the objects that came; {@link #BYTES_PER_CHANGE} is on the safe side of what the bench measures.
 */
public final class WorldRing {

    /** What one change keeps alive: the paths to its places in each tree, and the resource as it was before. */
    public static final long BYTES_PER_CHANGE = 4_096;

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final int STEP_CHANGES = 1_000;

    private final Duration longest;
    private final long bytes;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private long kept;
    private boolean full;
    private Instant last;
    private volatile World now;

    /** Where it begins, and how much it may keep. */
    public WorldRing(World first, Instant start, Duration longest, long bytes) {
        this.longest = longest;
        this.bytes = bytes;
        now = first;
        last = start;
        frames.add(new Frame(start, first));
    }

    /**
     * How far back the past is known.
     *
     * @param full whether less is kept than was asked for, because bytes ran out
     * @param bytes that it costs, by estimate
     */
    public record Window(Instant from, Instant to, boolean full, long bytes) {}

    /** The world as it is now. */
    public World now() {
        return now;
    }

    /** Takes note of what was learnt. Time does not run backwards here: a clock that was put back stands still. */
    public synchronized World apply(Observation observation, Instant at) {
        World next = now.apply(observation);
        Instant moment = at.isBefore(last) ? last : at;
        last = moment;
        if (next != now) {
            Frame newest = frames.getLast();
            if (newest.size() >= STEP_CHANGES || !moment.isBefore(newest.start().plus(STEP))) {
                newest = new Frame(moment, now);
                frames.add(newest);
            }
            newest.add(moment, observation, cost(observation));
            kept += cost(observation);
            now = next;
        }
        forget();
        return next;
    }

    /** An object may be a megabyte, and stays as long as the change that brought it. */
    private static long cost(Observation observation) {
        return BYTES_PER_CHANGE
                + (observation instanceof Seen seen
                        ? seen.object().map(Kept::size).orElse(0)
                        : 0);
    }

    private void forget() {
        while (frames.size() > 1 && second().start().isBefore(last.minus(longest))) {
            kept -= frames.removeFirst().cost();
            full = false;
        }
        while (frames.size() > 1 && kept > bytes) {
            kept -= frames.removeFirst().cost();
            full = true;
        }
    }

    private Frame second() {
        Iterator<Frame> each = frames.iterator();
        each.next();
        return each.next();
    }

    /** The world as it was after all that was learnt by then; nothing when that is no longer kept. */
    public Optional<World> asOf(Instant moment) {
        return past(moment).map(Past::world);
    }

    private synchronized Optional<Past> past(Instant moment) {
        for (Iterator<Frame> each = frames.descendingIterator(); each.hasNext(); ) {
            Frame frame = each.next();
            if (!frame.start().isAfter(moment)) {
                return Optional.of(frame.asOf(moment));
            }
        }
        return Optional.empty();
    }

    public synchronized Window window() {
        return new Window(frames.getFirst().start(), last, full, kept);
    }
}
