package io.kubilitics.policy;

/** One thing that must hold for whatever is done. A pure function. */
public interface Rule {

    /** Public: kebab-case, never renamed. */
    String name();

    Answer judge(Intention intention);
}
