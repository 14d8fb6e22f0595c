package io.kubilitics.graph.persistent;

import org.jspecify.annotations.Nullable;

/**
 * Values by small numbers, as a tree of arrays of 32: a change copies the few arrays on the way to its place and shares all
 * others with the vector before.
 *
 * @param <T> what is kept
 */
public final class RadixVector<T> {

    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;

    private final int shift;
    private final @Nullable Object[] root;

    private RadixVector(int shift, @Nullable Object[] root) {
        this.shift = shift;
        this.root = root;
    }

    public static <T> RadixVector<T> empty() {
        return new RadixVector<>(0, new Object[WIDTH]);
    }

    /** What is kept at a place, null when nothing is. */
    @SuppressWarnings("unchecked")
    public @Nullable T get(int index) {
        if (index >>> shift >= WIDTH) {
            return null;
        }
        @Nullable Object[] node = root;
        for (int level = shift; level > 0; level -= BITS) {
            @Nullable Object[] next = (Object[]) node[(index >>> level) & (WIDTH - 1)];
            if (next == null) {
                return null;
            }
            node = next;
        }
        return (T) node[index & (WIDTH - 1)];
    }

    /** The same with one place replaced; null empties it. */
    public RadixVector<T> with(int index, @Nullable T value) {
        if (index < 0) {
            throw new IndexOutOfBoundsException(index);
        }
        int level = shift;
        @Nullable Object[] top = root;
        while (index >>> level >= WIDTH) {
            @Nullable Object[] above = new Object[WIDTH];
            above[0] = top;
            top = above;
            level += BITS;
        }
        return new RadixVector<>(level, replaced(top, level, index, value));
    }

    private static @Nullable Object[] replaced(
            @Nullable Object @Nullable [] node, int level, int index, @Nullable Object value) {
        @Nullable Object[] copy = node == null ? new Object[WIDTH] : node.clone();
        int place = (index >>> level) & (WIDTH - 1);
        copy[place] = level == 0 ? value : replaced((Object[]) copy[place], level - BITS, index, value);
        return copy;
    }
}
