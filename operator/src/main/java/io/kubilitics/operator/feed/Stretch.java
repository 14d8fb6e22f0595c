package io.kubilitics.operator.feed;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.kubilitics.graph.ResourceRef;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One watch, from when it is begun until it is refused or no longer wanted. */
final class Stretch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stretch.class);

    /** What one answer to a list may hold: it is in memory as a whole while it is read. */
    private static final long PAGE = 500;

    /** Not known to us, not allowed, not there. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 405);

    private static final int NOT_THERE = 404;

    /** An API server that has just been started refuses what it allows a moment later. */
    private static final Duration WAKING = Duration.ofSeconds(60);

    /** Whoever converts a custom resource from one version to another may be away for good. */
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(5);

    private final Portion portion;
    private final Source source;
    private final Intake intake;
    private final Watches watches;
    private final Fate fate;
    private final SharedIndexInformer<GenericKubernetesResource> informer;
    private final long begun = System.nanoTime();
    private volatile boolean closed;

    /** What becomes of it. Told by the informer's threads. */
    interface Fate {

        void listed(Stretch stretch);

        void refused(Stretch stretch, Throwable problem);
    }

    Stretch(KubernetesClient client, Portion portion, Source source, Intake intake, Watches watches, Fate fate) {
        this.portion = portion;
        this.source = source;
        this.intake = intake;
        this.watches = watches;
        this.fate = fate;
        informer = source.ask(client, portion.namespace()).withLimit(PAGE).runnableInformer(0);
        informer.itemStore(intake);
        informer.exceptionHandler(this::goOn);
    }

    void start() {
        watches.add(portion, informer);
        informer.start().whenComplete((_, problem) -> {
            if (problem == null) {
                tell(() -> fate.listed(this));
            } else {
                tell(() -> fate.refused(this, problem));
            }
        });
        informer.stopped().whenComplete((_, problem) -> {
            if (problem != null) {
                tell(() -> fate.refused(this, problem));
            }
        });
    }

    private void tell(Runnable news) {
        if (!closed) {
            news.run();
        }
    }

    Portion portion() {
        return portion;
    }

    /** Everything that it has seen and that is there still, as far as it knows. */
    Set<ResourceRef> refs() {
        return intake.refs();
    }

    /**
     * Only who says no at the beginning is taken at his word, or who says nothing else for a while. Whatever else happens, the
     * kind is listed and watched again; were it left, the world would grow old in silence. A custom kind that nobody can convert
     * any more is left unseen after the same while: else it would keep us from acting on all others.
     */
    private boolean goOn(boolean running, Throwable problem) {
        int answer = Answers.code(problem);
        boolean refusal = REFUSALS.contains(answer);
        boolean broken = source.custom() && answer > 0;
        boolean again = running
                ? !(refusal || broken) || watches.down(portion).compareTo(WAKING) < 0
                : !refusal && !(source.custom() && System.nanoTime() - begun > MOST_PATIENCE.toNanos());
        if (again) {
            LOG.atWarn()
                    .addKeyValue("kind", portion)
                    .addKeyValue("reason", problem.getMessage())
                    .log("the watch broke and begins anew");
        }
        return again;
    }

    /** Whether the API server knows no such kind. */
    static boolean isNotThere(Throwable problem) {
        return Answers.code(problem) == NOT_THERE;
    }

    @Override
    public void close() {
        closed = true;
        watches.giveUp(portion, informer);
        informer.stop();
    }
}
