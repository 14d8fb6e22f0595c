package io.kubilitics.graph.facts;

import java.time.Instant;

/** A condition from a status. */
public record Condition(String type, Truth truth, String reason, String message, Instant since) {

    /** Whether it holds, as far as the one who reports it knows. */
    public enum Truth {
        TRUE,
        FALSE,
        UNKNOWN
    }

    public boolean holds() {
        return truth == Truth.TRUE;
    }

    /** Denied outright, which is more than not known. */
    public boolean fails() {
        return truth == Truth.FALSE;
    }

    public boolean is(String wanted) {
        return type.equals(wanted);
    }
}
