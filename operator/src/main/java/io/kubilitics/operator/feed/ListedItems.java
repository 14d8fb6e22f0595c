package io.kubilitics.operator.feed;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.List;
import java.util.stream.Stream;

/**
 * An informer's store that tells when the kind was listed. Nothing else does: after the API server has forgotten where a watch
 * stood, an informer lists anew without a word. At the end of each list it asks its store for all items, to see which are gone,
 * and it does so at no other time.
 */
final class ListedItems<T extends HasMetadata> extends BasicItemStore<T> {

    private final Runnable listed;

    ListedItems(Runnable listed) {
        super(Cache::metaNamespaceKeyFunc);
        this.listed = listed;
    }

    @Override
    public Stream<T> values() {
        listed.run();
        return super.values();
    }

    /** The items, asked for by ourselves. */
    List<T> current() {
        return super.values().toList();
    }
}
