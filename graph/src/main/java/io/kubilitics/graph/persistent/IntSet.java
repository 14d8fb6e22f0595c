package io.kubilitics.graph.persistent;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A set of ints, in the order of their bits (negative ones last). Few are a sorted array, many a tree of bitmaps: so most sets are
 * as small as can be, and a change of the largest copies a few hundred bytes.
 */
public final class IntSet {

    /** More than these are kept as a tree; it becomes an array again at half of it, so that none goes to and fro. */
    static final int FEW = 128;

    private static final IntSet EMPTY = new IntSet(new int[0], BitTree.EMPTY, 0);

    private final int[] few;
    private final BitTree many;
    private final int size;

    private IntSet(int[] few, BitTree many, int size) {
        this.few = few;
        this.many = many;
        this.size = size;
    }

    public static IntSet empty() {
        return EMPTY;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean contains(int value) {
        return isTree() ? many.contains(value) : place(value) >= 0;
    }

    /** The same with one more; this very set when it is in already. */
    public IntSet with(int value) {
        if (isTree()) {
            return contains(value) ? this : new IntSet(few, many.with(value), size + 1);
        }
        int place = place(value);
        if (place >= 0) {
            return this;
        }
        int at = -place - 1;
        int[] more = new int[size + 1];
        System.arraycopy(few, 0, more, 0, at);
        more[at] = value;
        System.arraycopy(few, at, more, at + 1, size - at);
        return size < FEW ? new IntSet(more, BitTree.EMPTY, size + 1) : new IntSet(EMPTY.few, tree(more), size + 1);
    }

    /** The same with one less; this very set when it is not in. */
    public IntSet without(int value) {
        if (!contains(value)) {
            return this;
        }
        if (isTree()) {
            IntSet less = new IntSet(few, many.without(value), size - 1);
            return less.size > FEW / 2 ? less : new IntSet(less.toArray(), BitTree.EMPTY, less.size);
        }
        if (size == 1) {
            return EMPTY;
        }
        int at = place(value);
        int[] less = new int[size - 1];
        System.arraycopy(few, 0, less, 0, at);
        System.arraycopy(few, at + 1, less, at, size - at - 1);
        return new IntSet(less, BitTree.EMPTY, size - 1);
    }

    public void forEach(IntConsumer consumer) {
        if (isTree()) {
            many.forEach(0, -1, consumer);
            return;
        }
        for (int value : few) {
            consumer.accept(value);
        }
    }

    /** Those from the first to the last, both included, by the order of this set. */
    public void forEach(int first, int last, IntConsumer consumer) {
        if (isTree()) {
            many.forEach(first, last, consumer);
            return;
        }
        int place = place(first);
        for (int i = place < 0 ? -place - 1 : place; i < size && Integer.compareUnsigned(few[i], last) <= 0; i++) {
            consumer.accept(few[i]);
        }
    }

    /** Those from the first to the last, both included. */
    public IntStream range(int first, int last) {
        IntStream.Builder found = IntStream.builder();
        forEach(first, last, found);
        return found.build();
    }

    /** How many from the first to the last, both included. */
    public int count(int first, int last) {
        int[] count = {0};
        forEach(first, last, _ -> count[0]++);
        return count[0];
    }

    public IntStream stream() {
        return isTree() ? Arrays.stream(toArray()) : Arrays.stream(few);
    }

    public int[] toArray() {
        if (!isTree()) {
            return few.clone();
        }
        int[] all = new int[size];
        copyTo(all, 0);
        return all;
    }

    /** Writes all in order into an array from a place on; returns the place after. */
    public int copyTo(int[] target, int place) {
        if (isTree()) {
            int[] next = {place};
            many.forEach(0, -1, value -> target[next[0]++] = value);
        } else {
            System.arraycopy(few, 0, target, place, size);
        }
        return place + size;
    }

    /** The first in order. */
    public int first() {
        return isTree() ? many.first() : few[0];
    }

    private boolean isTree() {
        return few.length != size;
    }

    private static BitTree tree(int[] values) {
        BitTree tree = BitTree.EMPTY;
        for (int value : values) {
            tree = tree.with(value);
        }
        return tree;
    }

    /** Where it is, or minus one minus where it would be. */
    private int place(int value) {
        int low = 0;
        int high = few.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(few[middle], value);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
