package io.kubilitics.graph.persistent;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A large set of ints: a tree whose nodes have up to 64 children and keep only those that are there; the lowest level is words of
 * 64 bits. Neighbouring numbers share a word.
 */
final class BitTree {

    static final BitTree EMPTY = new BitTree(0, new long[0], new BitTree[0]);

    private static final int BITS = 6;
    private static final int TOP = 30;
    private static final int LOWEST = BITS;

    /** Which children there are, one bit for each. */
    private final long present;

    /** Of the lowest level, else empty. */
    private final long[] words;

    /** Of the levels above, else empty. */
    private final BitTree[] children;

    private BitTree(long present, long[] words, BitTree[] children) {
        this.present = present;
        this.words = words;
        this.children = children;
    }

    boolean contains(int value) {
        BitTree node = this;
        for (int shift = TOP; shift > LOWEST; shift -= BITS) {
            if (!node.has(value >>> shift)) {
                return false;
            }
            node = node.children[node.place(value >>> shift)];
        }
        int word = value >>> LOWEST;
        return node.has(word) && (node.words[node.place(word)] & bit(value)) != 0;
    }

    BitTree with(int value) {
        return with(value, TOP);
    }

    private BitTree with(int value, int shift) {
        int child = value >>> shift;
        int place = place(child);
        if (shift == LOWEST) {
            long[] next = has(child) ? words.clone() : spread(words, place);
            next[place] |= bit(value);
            return new BitTree(present | bit(child), next, children);
        }
        BitTree below = has(child) ? children[place] : EMPTY;
        BitTree[] next = has(child) ? children.clone() : spread(children, place);
        next[place] = below.with(value, shift - BITS);
        return new BitTree(present | bit(child), words, next);
    }

    /** For a value that is in. */
    BitTree without(int value) {
        return without(value, TOP);
    }

    private BitTree without(int value, int shift) {
        int child = value >>> shift;
        int place = place(child);
        if (shift == LOWEST) {
            long rest = words[place] & ~bit(value);
            return rest == 0
                    ? new BitTree(present & ~bit(child), close(words, place), children)
                    : new BitTree(present, replaced(words, place, rest), children);
        }
        BitTree below = children[place].without(value, shift - BITS);
        if (below.present == 0) {
            return new BitTree(present & ~bit(child), words, close(children, place));
        }
        BitTree[] next = children.clone();
        next[place] = below;
        return new BitTree(present, words, next);
    }

    void forEach(int first, int last, IntConsumer consumer) {
        forEach(TOP, 0, Integer.toUnsignedLong(first), Integer.toUnsignedLong(last), consumer);
    }

    private void forEach(int shift, long base, long first, long last, IntConsumer consumer) {
        long left = present;
        for (int i = 0; left != 0; i++, left &= left - 1) {
            long low = base + ((long) Long.numberOfTrailingZeros(left) << shift);
            if (low > last) {
                return;
            }
            if (low + (1L << shift) <= first) {
                continue;
            }
            if (shift == LOWEST) {
                word(words[i], low, first, last, consumer);
            } else {
                children[i].forEach(shift - BITS, low, first, last, consumer);
            }
        }
    }

    private static void word(long word, long base, long first, long last, IntConsumer consumer) {
        for (long left = word; left != 0; left &= left - 1) {
            long value = base + Long.numberOfTrailingZeros(left);
            if (value >= first && value <= last) {
                consumer.accept((int) value);
            }
        }
    }

    int first() {
        BitTree node = this;
        int value = 0;
        for (int shift = TOP; shift > LOWEST; shift -= BITS) {
            value |= Long.numberOfTrailingZeros(node.present) << shift;
            node = node.children[0];
        }
        return value | Long.numberOfTrailingZeros(node.present) << LOWEST | Long.numberOfTrailingZeros(node.words[0]);
    }

    private boolean has(int child) {
        return (present & bit(child)) != 0;
    }

    /** How many children stand before this one. */
    private int place(int child) {
        return Long.bitCount(present & (bit(child) - 1));
    }

    /** Shifting a long counts modulo 64: the higher bits of a value do not matter. */
    private static long bit(int child) {
        return 1L << child;
    }

    private static long[] replaced(long[] words, int place, long word) {
        long[] next = words.clone();
        next[place] = word;
        return next;
    }

    private static long[] spread(long[] words, int place) {
        long[] next = Arrays.copyOf(words, words.length + 1);
        System.arraycopy(words, place, next, place + 1, words.length - place);
        next[place] = 0;
        return next;
    }

    private static long[] close(long[] words, int place) {
        long[] next = Arrays.copyOf(words, words.length - 1);
        System.arraycopy(words, place + 1, next, place, next.length - place);
        return next;
    }

    private static BitTree[] spread(BitTree[] nodes, int place) {
        BitTree[] next = Arrays.copyOf(nodes, nodes.length + 1);
        System.arraycopy(nodes, place, next, place + 1, nodes.length - place);
        return next;
    }

    private static BitTree[] close(BitTree[] nodes, int place) {
        BitTree[] next = Arrays.copyOf(nodes, nodes.length - 1);
        System.arraycopy(nodes, place + 1, next, place, next.length - place);
        return next;
    }
}
