package io.kubilitics.operator.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.kubilitics.graph.ResourceRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An informer's store that hands each item on and keeps only by what it is known again: the objects themselves are kept once, in
 * the world. Whoever starts the informer knows, when it says that it has begun, that all that was listed was handed on; handlers
 * would be told some time later.
 *
 * <p>It also tells when the kind was listed. Nothing else does: after the API server has forgotten where a watch stood, an
 * informer lists anew without a word. At the end of each list it asks its store for all items, to see which are gone, and it does
 * so at no other time.
 */
final class Intake implements ItemStore<GenericKubernetesResource> {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Source source;
    private final Instant begun;
    private final Receiver receiver;
    private final Runnable listed;
    private final Map<String, Known> items = new ConcurrentHashMap<>();

    /** One item, as far as it is remembered. */
    private record Known(String version, Instant written) {}

    /** Takes what comes in. Called by the informer's threads. */
    interface Receiver {

        /**
         * An object that is new or another than before.
         *
         * @param object whole; may be changed
         * @param written when the API server took it, where that is known and worth measuring
         */
        void put(ResourceRef ref, ObjectNode object, Optional<Instant> written);

        void remove(ResourceRef ref);
    }

    /**
     * An empty one.
     *
     * @param begun nothing that was written earlier tells how fast we learn of what is written
     * @param listed is told of each list
     */
    Intake(Source source, Instant begun, Receiver receiver, Runnable listed) {
        this.source = source;
        this.begun = begun;
        this.receiver = receiver;
        this.listed = listed;
    }

    @Override
    public String getKey(GenericKubernetesResource item) {
        return Cache.metaNamespaceKeyFunc(item);
    }

    @Override
    public @Nullable GenericKubernetesResource put(String key, GenericKubernetesResource item) {
        Known before = items.get(key);
        String version = String.valueOf(item.getMetadata().getResourceVersion());
        if (before == null || !before.version().equals(version)) {
            items.put(key, new Known(version, take(key, item, before)));
        }
        return item(key, before);
    }

    /** Says when it was written. An object that cannot be taken is left out; the watch must go on. */
    private Instant take(String key, GenericKubernetesResource item, @Nullable Known before) {
        try {
            ObjectNode object = JSON.valueToTree(item);
            // In the API server's lists of its own kinds no item says what it is.
            object.put("apiVersion", source.apiVersion());
            object.put("kind", source.kind().name());
            Instant known = before == null || before.written().isBefore(begun) ? begun : before.written();
            Optional<Instant> written = Written.last(object);
            receiver.put(ref(key), object, written.filter(known::isBefore));
            return written.orElse(Instant.EPOCH);
        } catch (RuntimeException broken) {
            LOG.atError()
                    .addKeyValue("kind", source.kind())
                    .addKeyValue("object", key)
                    .setCause(broken)
                    .log("an object could not be taken and is left out");
            return Instant.EPOCH;
        }
    }

    @Override
    public @Nullable GenericKubernetesResource remove(String key) {
        Known before = items.remove(key);
        if (before != null) {
            receiver.remove(ref(key));
        }
        return item(key, before);
    }

    /** Everything that came in and has not gone. */
    Set<ResourceRef> refs() {
        return items.keySet().stream().map(this::ref).collect(Collectors.toSet());
    }

    private ResourceRef ref(String key) {
        ObjectMeta name = name(key);
        return new ResourceRef(source.kind(), name.getNamespace() == null ? "" : name.getNamespace(), name.getName());
    }

    private static ObjectMeta name(String key) {
        int slash = key.indexOf('/');
        return new ObjectMetaBuilder()
                .withNamespace(slash < 0 ? null : key.substring(0, slash))
                .withName(key.substring(slash + 1))
                .build();
    }

    private @Nullable GenericKubernetesResource item(String key, @Nullable Known known) {
        if (known == null) {
            return null;
        }
        GenericKubernetesResource item = new GenericKubernetesResource();
        ObjectMeta meta = name(key);
        meta.setResourceVersion(known.version());
        item.setMetadata(meta);
        return item;
    }

    @Override
    public Stream<String> keySet() {
        return items.keySet().stream();
    }

    @Override
    public Stream<GenericKubernetesResource> values() {
        listed.run();
        return items.entrySet().stream().map(entry -> item(entry.getKey(), entry.getValue()));
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public @Nullable GenericKubernetesResource get(String key) {
        return item(key, items.get(key));
    }

    /** What is handed on at once need not be asked for at the end. */
    @Override
    public boolean isFullState() {
        return false;
    }
}
