package io.kubilitics.operator.telemetry;

import io.kubilitics.graph.Kind;
import io.kubilitics.operator.feed.ClusterFeed;
import io.kubilitics.operator.feed.Update;
import io.kubilitics.operator.feed.Watches;
import io.kubilitics.operator.feed.Witness;
import io.kubilitics.operator.feed.WorldKeeper;
import io.kubilitics.operator.wire.BodyService;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The body's metrics: what cannot be looked up later is recorded as it happens, everything else is asked for when told. */
public final class Telemetry implements Witness, AutoCloseable {

    private static final Duration[] LAGS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(300)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final InstantSource clock;
    private final Instant begun;
    private final Counter applied = counter(BodyMetric.UPDATES_APPLIED);
    private final Counter failed = counter(BodyMetric.UPDATES_FAILED);
    private final ConcurrentMap<Kind, Timer> lags = new ConcurrentHashMap<>();
    private final List<ClusterFeed> feeds = new CopyOnWriteArrayList<>();
    private final List<Consumer<Kind>> perKind = new CopyOnWriteArrayList<>();
    private final Set<Kind> known = new ConcurrentSkipListSet<>(Kind.WATCHED);

    private volatile Instant lastApplied;

    public Telemetry(InstantSource clock) {
        this.clock = clock;
        begun = clock.instant();
        lastApplied = begun;
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Kind.WATCHED.forEach(this::lag);
        gauge(BodyMetric.WORLD_QUIET, () -> seconds(since(lastApplied)));
    }

    @Override
    public void applied(Update update, Optional<Instant> written) {
        applied.increment();
        lastApplied = clock.instant();
        if (update instanceof Update.Put(var ref, var _, var _)) {
            // Another machine's clock: what it wrote may seem to lie ahead.
            written.map(this::since)
                    .ifPresent(late -> lag(ref.kind()).record(late.isNegative() ? Duration.ZERO : late));
        }
    }

    @Override
    public void failed() {
        failed.increment();
    }

    /** From now on tells of the world and of what waits for it. */
    public void show(WorldKeeper keeper) {
        gauge(BodyMetric.WORLD_VERSION, () -> keeper.world().version());
        gauge(BodyMetric.WORLD_UNSYNCED, () -> keeper.synced() ? 0 : seconds(since(begun)));
        gauge(BodyMetric.QUEUE_DEPTH, () -> keeper.backlog().size());
        gauge(
                BodyMetric.QUEUE_CAPACITY,
                () -> keeper.backlog().size()
                        + keeper.objects().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum());
        gauge(BodyMetric.QUEUE_OLDEST, () -> seconds(keeper.backlog().oldest()));
        forEachKind(kind -> {
            gauge(BodyMetric.WORLD_OBJECTS, kind, () -> keeper.objects().getOrDefault(kind, 0));
            gauge(BodyMetric.WORLD_OUTLINED, kind, () -> keeper.outlined(kind));
        });
        counter(BodyMetric.UPDATES_SUPERSEDED, () -> keeper.backlog().superseded());
    }

    /** From now on tells of the watches. */
    public void show(ClusterFeed feed) {
        Watches watches = feed.watches();
        gauge(BodyMetric.WORLD_AGE, () -> watches.age().map(Telemetry::seconds).orElse(Double.NaN));
        feeds.add(feed);
        forEachKind(kind -> {
            gauge(BodyMetric.WATCH_UP, kind, () -> watches.up(kind) ? 1 : 0);
            gauge(BodyMetric.WATCH_REFUSED, kind, () -> feed.refused().containsKey(kind) ? 1 : 0);
            gauge(
                    BodyMetric.WATCH_SILENCE,
                    kind,
                    () -> watches.silence(kind).map(Telemetry::seconds).orElse(Double.NaN));
            FunctionCounter.builder(BodyMetric.WATCH_RELISTS.meter(), watches, all -> all.relists(kind))
                    .description(BodyMetric.WATCH_RELISTS.help())
                    .tag("kind", label(kind))
                    .register(registry);
        });
    }

    private void forEachKind(Consumer<Kind> shown) {
        perKind.add(shown);
        known.forEach(shown);
    }

    /** Custom kinds come while we run; one that has gone keeps its place and tells nothing. */
    private synchronized void lookForNewKinds() {
        feeds.stream()
                .flatMap(feed -> feed.kinds().stream())
                .filter(known::add)
                .forEach(kind -> perKind.forEach(shown -> shown.accept(kind)));
    }

    /** Two groups may call a kind by the same name; those of Kubernetes itself are known without. */
    private static String label(Kind kind) {
        return Kind.KNOWN.contains(kind) ? kind.name() : kind.name() + "." + kind.group();
    }

    /** From now on tells of the brains that listen. */
    public void show(BodyService service) {
        gauge(BodyMetric.FOLLOWERS, service::followers);
        gauge(BodyMetric.OUTBOX_DEPTH, service::unsent);
    }

    /** All of it, in the text format of Prometheus. */
    public String page() {
        lookForNewKinds();
        return registry.scrape();
    }

    /** For what is measured elsewhere. */
    public MeterRegistry registry() {
        return registry;
    }

    private Timer lag(Kind kind) {
        return lags.computeIfAbsent(
                kind,
                _ -> Timer.builder(BodyMetric.WATCH_LAG.meter())
                        .description(BodyMetric.WATCH_LAG.help())
                        .tag("kind", label(kind))
                        .serviceLevelObjectives(LAGS)
                        .register(registry));
    }

    private Counter counter(BodyMetric metric) {
        return Counter.builder(metric.meter()).description(metric.help()).register(registry);
    }

    private void counter(BodyMetric metric, Supplier<Number> count) {
        FunctionCounter.builder(metric.meter(), count, now -> now.get().doubleValue())
                .description(metric.help())
                .register(registry);
    }

    private void gauge(BodyMetric metric, Supplier<Number> value) {
        describe(metric, value).register(registry);
    }

    private void gauge(BodyMetric metric, Kind kind, Supplier<Number> value) {
        describe(metric, value).tag("kind", label(kind)).register(registry);
    }

    private static Gauge.Builder<Supplier<Number>> describe(BodyMetric metric, Supplier<Number> value) {
        Gauge.Builder<Supplier<Number>> gauge =
                Gauge.builder(metric.meter(), value).description(metric.help());
        return metric.unit() == BodyMetric.Unit.SECONDS ? gauge.baseUnit("seconds") : gauge;
    }

    private Duration since(Instant then) {
        return Duration.between(then, clock.instant());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
