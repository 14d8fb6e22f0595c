package io.kubilitics.graph.observe;

/**
 * Keeps one copy of what many objects have alike: the pods of a ReplicaSet are made from one template and carry the same labels,
 * and a cluster has a hundred thousand of them. A fixed number of places, each holding what came last: forgets rather than grows,
 * and two threads that meet in one place lose nothing but a copy, because only immutable values are put here.
 */
final class Shared {

    private static final int PLACES = 1 << 16;

    private static final Object[] KEPT = new Object[PLACES];

    private Shared() {}

    /** An equal value, which may be an older copy. */
    @SuppressWarnings("unchecked")
    static <T> T value(T value) {
        int hash = value.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        Object kept = KEPT[place];
        if (value.equals(kept)) {
            return (T) kept;
        }
        KEPT[place] = value;
        return value;
    }
}
