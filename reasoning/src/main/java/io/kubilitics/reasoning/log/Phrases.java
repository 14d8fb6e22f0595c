package io.kubilitics.reasoning.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Finds many phrases in a text in one pass over it, whatever the text: the automaton of Aho and Corasick. Letters count alike in either case. */
final class Phrases {

    private static final int ALPHABET = 128;

    private final List<int[]> next = new ArrayList<>();
    private final List<BitSet> ends = new ArrayList<>();
    private int[][] table = {};
    private boolean[] telling = {};

    Phrases(List<String> phrases) {
        state();
        for (int i = 0; i < phrases.size(); i++) {
            add(phrases.get(i), i);
        }
        link();
    }

    private int state() {
        int[] none = new int[ALPHABET];
        Arrays.fill(none, -1);
        next.add(none);
        ends.add(new BitSet());
        return next.size() - 1;
    }

    private void add(String phrase, int number) {
        int at = 0;
        for (int i = 0; i < phrase.length(); i++) {
            int letter = phrase.charAt(i);
            if (next.get(at)[letter] < 0) {
                next.get(at)[letter] = state();
            }
            at = next.get(at)[letter];
        }
        ends.get(at).set(number);
    }

    /** Every state learns where to go on when its own phrase breaks off. */
    private void link() {
        int[] fallback = new int[next.size()];
        Deque<Integer> waiting = new ArrayDeque<>(List.of(0));
        while (!waiting.isEmpty()) {
            int at = waiting.remove();
            ends.get(at).or(ends.get(fallback[at]));
            for (int letter = 0; letter < ALPHABET; letter++) {
                int other = at == 0 ? 0 : next.get(fallback[at])[letter];
                int to = next.get(at)[letter];
                if (to < 0) {
                    next.get(at)[letter] = other;
                } else {
                    fallback[to] = other;
                    waiting.add(to);
                }
            }
        }
        table = next.toArray(int[][]::new);
        telling = new boolean[table.length];
        for (int i = 0; i < telling.length; i++) {
            telling[i] = !ends.get(i).isEmpty();
        }
    }

    /** The numbers of the phrases that are in it. */
    BitSet in(CharSequence text) {
        BitSet found = new BitSet(0);
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int letter = small(text.charAt(i));
            at = letter < ALPHABET ? table[at][letter] : 0;
            if (telling[at]) {
                found.or(ends.get(at));
            }
        }
        return found;
    }

    private static int small(char letter) {
        return letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter;
    }
}
