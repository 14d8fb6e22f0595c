package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.status.Condition;

/**
 * Why a proposal stands where it stands: becomes a condition of its status and an Event.
 *
 * @param condition its type
 * @param reason one word in CamelCase, for programs
 * @param sentence for people
 */
record Why(String condition, Condition.Status status, String reason, String sentence) {

    private static final int LONGEST = 1_024;

    Why {
        sentence = sentence.length() > LONGEST ? sentence.substring(0, LONGEST - 1) + "…" : sentence;
    }

    static Why yes(String condition, String reason, String sentence) {
        return new Why(condition, Condition.Status.TRUE, reason, sentence);
    }

    static Why no(String condition, String reason, String sentence) {
        return new Why(condition, Condition.Status.FALSE, reason, sentence);
    }

    static Why unknown(String condition, String reason, String sentence) {
        return new Why(condition, Condition.Status.UNKNOWN, reason, sentence);
    }
}
