package io.kubilitics.graph.query;

/** What is part of something else without naming it in a relation; all parts go when the whole does. */
public enum Membership implements Rule {
    NAMESPACE("lies in that namespace"),
    DEFINITION("is of the kind that it defines");

    private final String why;

    Membership(String why) {
        this.why = why;
    }

    @Override
    public String why() {
        return why;
    }
}
