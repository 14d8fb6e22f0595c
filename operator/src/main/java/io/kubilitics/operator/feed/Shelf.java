package io.kubilitics.operator.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Kept;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All objects as they were told last. A kind has only so much room: what does not fit any more is put here as its outline, its
 * metadata without all else, so that one kind gone wild takes no more than itself out of sight. Changed by one thread.
 */
final class Shelf {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final long room;
    private final Map<ResourceRef, Update.Put> objects = new LinkedHashMap<>();
    private final Map<Kind, Stock> stocks = new ConcurrentHashMap<>();

    /**
     * What there is of one kind.
     *
     * @param outlined how many of the objects are here as their outline
     * @param bytes that all of them take
     */
    record Stock(int objects, int outlined, long bytes) {

        private static final Stock NONE = new Stock(0, 0, 0);

        private Stock with(Update.Put put) {
            return plus(put, 1);
        }

        private Stock without(Update.Put put) {
            return plus(put, -1);
        }

        private Stock plus(Update.Put put, int sign) {
            return new Stock(
                    objects + sign,
                    outlined + (put.outline() ? sign : 0),
                    bytes + (long) sign * put.object().size());
        }
    }

    /**
     * An empty one.
     *
     * @param room for the objects of each kind, in bytes
     */
    Shelf(long room) {
        this.room = room;
    }

    /** Takes an object in and says as what. */
    Update.Put put(Update.Put put) {
        Stock left = take(put.ref());
        Update.Put kept = left.bytes() + put.object().size() > room ? outline(put) : put;
        objects.put(put.ref(), kept);
        stocks.put(put.ref().kind(), left.with(kept));
        return kept;
    }

    void remove(ResourceRef ref) {
        stocks.put(ref.kind(), take(ref));
    }

    private Stock take(ResourceRef ref) {
        Stock stock = of(ref.kind());
        Update.Put before = objects.remove(ref);
        return before == null ? stock : stock.without(before);
    }

    private static Update.Put outline(Update.Put put) {
        try {
            JsonNode whole = JSON.readTree(put.object().json());
            ObjectNode outline = JSON.createObjectNode();
            outline.set("apiVersion", whole.path("apiVersion"));
            outline.set("kind", whole.path("kind"));
            outline.set("metadata", whole.path("metadata"));
            return new Update.Put(put.ref(), Kept.of(outline.toString()), true);
        } catch (JsonProcessingException unreadable) {
            // Whoever observes it says so.
            return put;
        }
    }

    Stock of(Kind kind) {
        return stocks.getOrDefault(kind, Stock.NONE);
    }

    Map<Kind, Stock> stocks() {
        return Map.copyOf(stocks);
    }

    Collection<Update.Put> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }
}
