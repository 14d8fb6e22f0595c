package io.kubilitics.gateway.watch;

import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When to look: at once the first time, after changes when they pause or go on for too long, and now and then in any case. */
final class Rhythm {

    private final Pace pace;
    private @Nullable World seen;
    private Optional<Duration> lookedAt = Optional.empty();
    private Optional<Duration> firstChange = Optional.empty();
    private Duration lastChange = Duration.ZERO;

    Rhythm(Pace pace) {
        this.pace = pace;
    }

    /**
     * How long things take.
     *
     * @param quiet changes pause for so long before a look
     * @param longest they are not waited for any longer
     * @param again without any change: what is well by its state may be unwell by the clock
     * @param settling what is gone for so long is gone
     */
    record Pace(Duration quiet, Duration longest, Duration again, Duration settling) {

        static final Pace USUAL =
                new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    /**
     * Whether to look now; to be asked often.
     *
     * @param at the time since the start
     * @param wanted when somebody else wants a look
     */
    boolean due(World now, Duration at, Optional<Duration> wanted) {
        note(now, at);
        return lookedAt.map(looked -> passed(looked, pace.again(), at)
                        || wanted.filter(time -> time.compareTo(at) <= 0)
                                .filter(_ -> passed(looked, pace.quiet(), at))
                                .isPresent()
                        || firstChange
                                .filter(first ->
                                        passed(lastChange, pace.quiet(), at) || passed(first, pace.longest(), at))
                                .isPresent())
                .orElse(true);
    }

    /** A look begins: what changes from now on is for the next. */
    void look(Duration at) {
        lookedAt = Optional.of(at);
        firstChange = Optional.empty();
    }

    /** A world is a value: another one is a change, also one that was built anew after the stream broke. */
    private void note(World now, Duration at) {
        if (now != seen) {
            seen = now;
            lastChange = at;
            firstChange = firstChange.or(() -> Optional.of(at));
        }
    }

    private static boolean passed(Duration since, Duration time, Duration at) {
        return at.minus(since).compareTo(time) >= 0;
    }
}
