package io.kubilitics.operator.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What waits for one reader, of each subject only the newest: so it never holds more than there are subjects, and who writes
 * never waits.
 *
 * <p>What is newer takes the place of what it replaces. Were it put at the end, the promise "all has been told" could overtake an
 * object that it includes.
 *
 * @param <T> what is told
 */
public final class Backlog<T> {

    private record Waiting<T>(T news, Instant since) {}

    private final InstantSource clock;
    private final Map<Object, Waiting<T>> waiting = new LinkedHashMap<>();
    private long superseded;

    public Backlog(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized void put(Object subject, T news) {
        Waiting<T> before = waiting.get(subject);
        if (before == null) {
            add(subject, news);
        } else {
            waiting.put(subject, new Waiting<>(news, before.since()));
            superseded++;
        }
    }

    /** The same for what tells of all that was put before it: what is newer goes to the end, and what it replaces is dropped. */
    public synchronized void putLast(Object subject, T news) {
        if (waiting.remove(subject) != null) {
            superseded++;
        }
        add(subject, news);
    }

    private void add(Object subject, T news) {
        waiting.put(subject, new Waiting<>(news, clock.instant()));
        if (waiting.size() == 1) {
            notifyAll();
        }
    }

    /** What has waited longest, once there is something. */
    public synchronized T take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return next();
    }

    /** What has waited longest. */
    public synchronized Optional<T> poll() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(next());
    }

    private T next() {
        Iterator<Waiting<T>> all = waiting.values().iterator();
        T first = all.next().news();
        all.remove();
        return first;
    }

    public synchronized int size() {
        return waiting.size();
    }

    /** How often something newer came before the older was taken. */
    public synchronized long superseded() {
        return superseded;
    }

    /** How long the first in line has waited. */
    public synchronized Duration oldest() {
        return waiting.isEmpty()
                ? Duration.ZERO
                : Duration.between(waiting.values().iterator().next().since(), clock.instant());
    }
}
