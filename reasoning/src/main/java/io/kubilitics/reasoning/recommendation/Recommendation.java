package io.kubilitics.reasoning.recommendation;

import io.kubilitics.graph.action.Action;
import java.util.List;

/**
 * One remedy as it is asked for. Only the action is ever carried out; the rest is for the person who decides.
 *
 * @param title what is asked for, in one line
 * @param because cause and evidence; may hold words from outside, each marked
 * @param expect what must hold afterwards
 */
public record Recommendation(FindingId finding, Action action, String title, String because, List<Expectation> expect) {

    /** What fits into a Proposal. */
    static final int LONGEST_TITLE = 200;

    static final int LONGEST_BECAUSE = 4096;
    static final int MOST_EXPECTATIONS = 20;

    public Recommendation {
        expect = List.copyOf(expect);
        if (title.length() > LONGEST_TITLE || because.length() > LONGEST_BECAUSE || expect.size() > MOST_EXPECTATIONS) {
            throw new IllegalArgumentException("more than fits into a Proposal: " + title);
        }
    }
}
