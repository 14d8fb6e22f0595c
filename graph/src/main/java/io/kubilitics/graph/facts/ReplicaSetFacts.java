package io.kubilitics.graph.facts;

import java.util.List;

/**
 * A ReplicaSet: one revision of a Deployment.
 *
 * @param revision 0 when it belongs to none
 */
public record ReplicaSetFacts(int revision, int desired, int ready, PodTemplate template, List<Condition> conditions)
        implements Facts {
    public ReplicaSetFacts {
        conditions = List.copyOf(conditions);
    }
}
