package io.kubilitics.policy;

/** What a rule says. */
public sealed interface Answer {

    record Allowed() implements Answer {}

    /** It must not be done, and why, in a sentence for people. */
    record Denied(String why) implements Answer {}

    /** The rule could not be asked, or does not know; counts as denied. */
    record Unanswered(String why) implements Answer {}
}
