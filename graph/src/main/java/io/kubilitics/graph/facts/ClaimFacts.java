package io.kubilitics.graph.facts;

import java.util.List;

/**
 * A PersistentVolumeClaim.
 *
 * @param volume empty until it is bound
 * @param size what it has, which may be less than it wants
 */
public record ClaimFacts(String phase, ClaimWish wish, String volume, Amount size, List<Condition> conditions)
        implements Facts {

    public ClaimFacts {
        conditions = List.copyOf(conditions);
    }

    public boolean bound() {
        return phase.equals("Bound");
    }
}
