package io.kubilitics.graph.facts;

/**
 * A ReplicaSet: one revision of a Deployment.
 *
 * @param revision 0 when it belongs to none
 */
public record ReplicaSetFacts(int revision, int desired, int ready, PodTemplate template) implements Facts {}
