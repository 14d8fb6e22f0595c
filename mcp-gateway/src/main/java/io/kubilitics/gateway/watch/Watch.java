package io.kubilitics.gateway.watch;

import io.kubilitics.gateway.watch.Rhythm.Pace;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.recommendation.ProposalSink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the brain's world for as long as it is open, in a thread of its own: investigates whenever there is reason to, tells
 * what is new, and asks for a Proposal where a remedy is known. Whatever breaks in a round is logged and counted, and
 * the next round goes on; while there is no synced world it waits.
 */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** Comparing two references costs nothing: no need to be told of changes. */
    private static final Duration TICK = Duration.ofMillis(200);

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Supplier<Optional<World>> sight;
    private final Examiner examiner;
    private final RecentLogs logs;
    private final Consumer<News> listener;
    private final Rhythm rhythm;
    private final OpenFindings findings;
    private final Requests requests;
    private final AtomicLong failures = new AtomicLong();
    private final long start = System.nanoTime();
    private final Thread thread;

    private volatile boolean ended;

    /**
     * Starts at once.
     *
     * @param sight the world as it is now; nothing while not all of it was seen
     * @param listener called by the watch's own thread
     */
    public Watch(Supplier<Optional<World>> sight, Examiner examiner, ProposalSink proposals, Consumer<News> listener) {
        this(sight, examiner, proposals, listener, Pace.USUAL);
    }

    Watch(
            Supplier<Optional<World>> sight,
            Examiner examiner,
            ProposalSink proposals,
            Consumer<News> listener,
            Pace pace) {
        this.sight = sight;
        this.logs = new RecentLogs(untilEnded(examiner.logs()), this::elapsed);
        this.examiner = examiner.with(logs);
        this.listener = listener;
        this.rhythm = new Rhythm(pace);
        this.findings = new OpenFindings(pace.settling());
        this.requests = new Requests(proposals);
        this.thread = Thread.ofPlatform().daemon().name("watch").unstarted(this::work);
        thread.start();
    }

    /** Who ends in the middle of a look begins no further reading. */
    private LogSource untilEnded(LogSource logs) {
        return probe -> ended ? new Evidence.Unavailable("nobody watches any longer") : logs.lines(probe);
    }

    /** How many rounds broke. */
    public long failures() {
        return failures.get();
    }

    private void work() {
        try {
            while (!ended) {
                round();
                Thread.sleep(TICK);
            }
        } catch (InterruptedException ending) {
            LOG.debug("the world is watched no longer");
        }
    }

    private void round() {
        try {
            Duration at = elapsed();
            Optional<World> world = sight.get().filter(now -> rhythm.due(now, at, wanted()));
            if (world.isPresent()) {
                rhythm.look(at);
                look(world.get());
            }
        } catch (RuntimeException broken) {
            failed("a round of the watch broke", broken);
        }
    }

    private void look(World world) {
        logs.newLook();
        Look look = Look.of(examiner.examine(world));
        // Whoever ended us made what was being read unavailable: nothing is to be concluded from that.
        if (ended) {
            return;
        }
        tell(findings.take(look, elapsed()));
        // Nothing is asked for on account of a world that is no longer known to be so.
        if (sight.get().isPresent()) {
            tell(requests.ask(look.findings(), findings.ids(), elapsed()));
        }
    }

    private Optional<Duration> wanted() {
        return Stream.concat(findings.next().stream(), requests.next().stream()).min(Duration::compareTo);
    }

    /** A listener that breaks keeps nobody from being told the rest. */
    private void tell(List<News> news) {
        for (News one : news) {
            try {
                listener.accept(one);
            } catch (RuntimeException broken) {
                failed("news could not be told", broken);
            }
        }
    }

    private void failed(String what, RuntimeException broken) {
        if (!ended) {
            failures.incrementAndGet();
            LOG.atError().setCause(broken).log(what);
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
        try {
            thread.join(LAST_WORDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
