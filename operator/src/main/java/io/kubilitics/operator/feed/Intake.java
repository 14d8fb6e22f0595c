package io.kubilitics.operator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.ResourceRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each object of a watch on and keeps only by what it is known again: the objects themselves are kept once, in the world.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Source source;
    private final Instant begun;
    private final Peers peers;
    private final Receiver receiver;
    private final Map<ResourceRef, Known> items = new HashMap<>();
    private int list;
    private boolean stopped;

    /**
     * One object, as far as it is remembered.
     *
     * @param list the last one in which it was, or during which it came
     */
    private record Known(String version, Instant written, int list) {}

    /** Takes what comes in. Called by several threads, but only by one at a time. */
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
     */
    Intake(Source source, Instant begun, Peers peers, Receiver receiver) {
        this.source = source;
        this.begun = begun;
        this.peers = peers;
        this.receiver = receiver;
        peers.join(this);
    }

    /** From now on everything comes that there is. */
    void beginList() {
        synchronized (peers) {
            list++;
        }
    }

    /** What did not come since the list began is gone. */
    void endList() {
        synchronized (peers) {
            List.copyOf(items.entrySet()).stream()
                    .filter(item -> item.getValue().list() != list)
                    .forEach(item -> remove(item.getKey()));
        }
    }

    void put(ObjectNode item) {
        ref(item).ifPresent(ref -> put(ref, item));
    }

    private void put(ResourceRef ref, ObjectNode item) {
        synchronized (peers) {
            if (stopped) {
                return;
            }
            Known before = items.get(ref);
            String version = item.path("metadata").path("resourceVersion").asText();
            boolean news = (before == null || !before.version().equals(version)) && !peers.told(this, ref, version);
            Instant written = news ? take(ref, item, before) : before == null ? Instant.EPOCH : before.written();
            items.put(ref, new Known(version, written, list));
        }
    }

    /** Says when it was written. An object that cannot be taken is left out; the watch must go on. */
    private Instant take(ResourceRef ref, ObjectNode item, @Nullable Known before) {
        try {
            Instant known = before == null || before.written().isBefore(begun) ? begun : before.written();
            Optional<Instant> written = Written.last(item);
            receiver.put(ref, named(item), written.filter(known::isBefore));
            return written.orElse(Instant.EPOCH);
        } catch (RuntimeException broken) {
            LOG.atError()
                    .addKeyValue("object", ref)
                    .setCause(broken)
                    .log("an object could not be taken and is left out");
            return Instant.EPOCH;
        }
    }

    /** In the API server's lists of its own kinds no item says what it is; in its watches each does, in the beginning. */
    private ObjectNode named(ObjectNode item) {
        ObjectNode object = Trees.empty();
        object.put("kind", source.kind().name());
        object.put("apiVersion", source.apiVersion());
        item.properties().forEach(field -> object.putIfAbsent(field.getKey(), field.getValue()));
        return object;
    }

    void remove(ObjectNode item) {
        ref(item).ifPresent(this::remove);
    }

    private void remove(ResourceRef ref) {
        synchronized (peers) {
            if (!stopped && items.remove(ref) != null && !peers.see(this, ref)) {
                receiver.remove(ref);
            }
        }
    }

    private Optional<ResourceRef> ref(ObjectNode item) {
        JsonNode metadata = item.path("metadata");
        String name = metadata.path("name").asText();
        if (name.isEmpty()) {
            LOG.atError().addKeyValue("kind", source.kind()).log("an object without a name is left out");
            return Optional.empty();
        }
        return Optional.of(
                new ResourceRef(source.kind(), metadata.path("namespace").asText(), name));
    }

    /** Which version of it came in last; nothing when it has not come, or has gone. For its peers. */
    Optional<String> version(ResourceRef ref) {
        return Optional.ofNullable(items.get(ref)).map(Known::version);
    }

    /** Everything that came in and has not gone, and that none of its peers has. */
    Set<ResourceRef> lost() {
        synchronized (peers) {
            return items.keySet().stream().filter(ref -> !peers.see(this, ref)).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** From now on nothing is handed on. */
    void stop() {
        synchronized (peers) {
            stopped = true;
            peers.leave(this);
        }
    }
}
