package io.kubilitics.operator.reconcile;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.kubilitics.operator.proposal.Road;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watches on our own resources, started by the constructor and ended by close. */
public final class Controllers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Controllers.class);
    private static final int THREADS = 4;
    private static final Duration TO_FINISH = Duration.ofSeconds(2);

    private final Operator operator;

    /**
     * Starts at once.
     *
     * @param namespace to look at alone, or none for all
     * @param synced whether the world is complete
     */
    public Controllers(KubernetesClient client, Optional<String> namespace, Road road, BooleanSupplier synced) {
        operator = new Operator(settings -> settings.withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withConcurrentReconciliationThreads(THREADS)
                .withReconciliationTerminationTimeout(TO_FINISH)
                .withInformerStoppedHandler((_, broken) -> stopped(broken))
                .withStopOnInformerErrorDuringStartup(true));
        operator.register(new ProposalReconciler(road, synced), controller -> {
            controller.withRetry(new GenericRetry()
                    .setInitialInterval(500)
                    .setIntervalMultiplier(2)
                    .setMaxInterval(30_000)
                    .setMaxAttempts(-1));
            namespace.ifPresent(controller::settingNamespace);
        });
        operator.start();
    }

    /** Called as well, without a reason, when the watch is only closed. */
    private static void stopped(@Nullable Throwable broken) {
        if (broken != null) {
            LOG.atError().setCause(broken).log("proposals are no longer watched: one of them cannot be read");
        }
    }

    /** Why proposals are not looked after just now. */
    public Optional<String> trouble() {
        return operator.getRuntimeInfo().allEventSourcesAreHealthy()
                ? Optional.empty()
                : Optional.of("the watch on proposals is down");
    }

    @Override
    public void close() {
        operator.stop();
    }
}
