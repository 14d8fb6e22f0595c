package io.kubilitics.operator.feed;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One watch for each kind. A kind that may not be watched is left out of the world, and said to be. */
public final class InformerFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InformerFeed.class);

    /** Not known to us, not allowed, not there. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 405);

    private final Sources sources;
    private final WorldKeeper keeper;
    private final SecretValues secrets;
    private final Watches watches;
    private final List<SharedIndexInformer<?>> informers = new ArrayList<>();
    private final Map<Kind, String> refused = new ConcurrentHashMap<>();

    /**
     * A feed that does nothing until it is started.
     *
     * @param namespace to watch alone, beside what is cluster-wide; empty for all
     */
    public InformerFeed(
            KubernetesClient client,
            Optional<String> namespace,
            WorldKeeper keeper,
            SecretValues secrets,
            Watches watches) {
        sources = new Sources(client, namespace);
        this.keeper = keeper;
        this.secrets = secrets;
        this.watches = watches;
    }

    /** Starts all watches; the world is synced when each has been listed or refused. */
    public void start() {
        Map<Kind, Informable<? extends HasMetadata>> watched = sources.all();
        AtomicInteger open = new AtomicInteger(watched.size());
        watched.forEach((kind, source) -> start(kind, source, open));
    }

    private <T extends HasMetadata> void start(Kind kind, Informable<T> source, AtomicInteger open) {
        ListedItems<T> items = new ListedItems<>(() -> watches.listed(kind));
        SharedIndexInformer<T> informer = informer(kind, source);
        // After the handler was added: for that, too, the items are asked for.
        informer.itemStore(items);
        informers.add(informer);
        watches.add(kind, informer);
        informer.start().whenComplete((_, refusal) -> {
            if (refusal == null) {
                // Handlers are told a little later than this: what was listed is taken from the store itself.
                items.current().forEach(object -> put(kind, object, Optional.empty()));
                keeper.take(new Update.Listed(kind));
            } else {
                refuse(kind, refusal);
            }
            if (open.decrementAndGet() == 0) {
                keeper.take(new Update.Synced());
            }
        });
    }

    private void refuse(Kind kind, Throwable refusal) {
        refused.put(kind, String.valueOf(refusal.getMessage()));
        watches.giveUp(kind);
        LOG.atWarn().addKeyValue("kind", kind).log("cannot be watched and stays unseen");
    }

    public Watches watches() {
        return watches;
    }

    /** Kinds that could not be watched, with what the API server said. */
    public Map<Kind, String> refused() {
        return Map.copyOf(refused);
    }

    private <T extends HasMetadata> SharedIndexInformer<T> informer(Kind kind, Informable<T> source) {
        Instant begun = watches.begun();
        SharedIndexInformer<T> informer = source.runnableInformer(0);
        informer.exceptionHandler((running, problem) -> goOn(kind, running, problem));
        informer.addEventHandler(new ResourceEventHandler<T>() {
            @Override
            public void onAdd(T object) {
                put(kind, object, Written.last(object).filter(begun::isBefore));
            }

            @Override
            public void onUpdate(T before, T object) {
                Instant known = Written.last(before).orElse(begun);
                put(kind, object, Written.last(object).filter(known::isBefore).filter(begun::isBefore));
            }

            @Override
            public void onDelete(T object, boolean finalStateUnknown) {
                remove(kind, object);
            }
        });
        return informer;
    }

    /**
     * Only who says no at the beginning is taken at his word. Whatever else happens, the kind is listed and watched again after a
     * while; were it left, the world would grow old in silence.
     */
    private static boolean goOn(Kind kind, boolean running, Throwable problem) {
        boolean again = running || !isRefusal(problem);
        if (again) {
            LOG.atWarn()
                    .addKeyValue("kind", kind)
                    .addKeyValue("reason", problem.getMessage())
                    .log("the watch broke and begins anew");
        }
        return again;
    }

    private static boolean isRefusal(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof KubernetesClientException said && REFUSALS.contains(said.getCode())) {
                return true;
            }
        }
        return false;
    }

    private void put(Kind kind, HasMetadata object, Optional<Instant> written) {
        if (object instanceof Secret secret) {
            secrets.learn(secret);
        }
        keeper.take(new Update.Put(ref(kind, object), Trimmer.trim(object)), written);
    }

    private void remove(Kind kind, HasMetadata object) {
        if (object instanceof Secret secret) {
            secrets.forget(secret);
        }
        keeper.take(new Update.Remove(ref(kind, object)));
    }

    private static ResourceRef ref(Kind kind, HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        return new ResourceRef(
                kind, namespace == null ? "" : namespace, object.getMetadata().getName());
    }

    @Override
    public void close() {
        watches.close();
        informers.forEach(SharedIndexInformer::stop);
    }
}
