package io.kubilitics.graph.world;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.persistent.IntSet;
import io.kubilitics.graph.select.Mark;
import io.vavr.collection.HashMap;

/**
 * Finds resources by kind, namespace and labels, and selections by what they may select.
 *
 * @param present all resources that are there, cluster-wide ones under the empty namespace
 * @param marked those that bear a mark, but for {@link Mark#ANY}
 * @param selecting who selects, by where its selectors are looked for
 * @param choosing who selects in namespaces with some labels, by where their selectors are looked for
 */
record Index(
        HashMap<Kind, HashMap<String, IntSet>> present,
        HashMap<Spot, IntSet> marked,
        HashMap<Spot, IntSet> selecting,
        HashMap<Mark, IntSet> choosing) {

    static final Index NONE = new Index(HashMap.empty(), HashMap.empty(), HashMap.empty(), HashMap.empty());

    /**
     * A place in the index.
     *
     * @param namespace empty for cluster-wide kinds, {@link #EVERY} for what selects in more than one
     */
    record Spot(Kind kind, String namespace, Mark mark) {}

    /** No namespace is called so. */
    static final String EVERY = "*";

    IntSet present(Kind kind, String namespace) {
        return present.getOrElse(kind, HashMap.empty()).getOrElse(namespace, IntSet.empty());
    }

    static <K> HashMap<K, IntSet> with(HashMap<K, IntSet> sets, K key, int id) {
        return sets.put(key, sets.getOrElse(key, IntSet.empty()).with(id));
    }

    static <K> HashMap<K, IntSet> without(HashMap<K, IntSet> sets, K key, int id) {
        IntSet rest = sets.getOrElse(key, IntSet.empty()).without(id);
        return rest.isEmpty() ? sets.remove(key) : sets.put(key, rest);
    }
}
