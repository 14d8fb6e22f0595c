package io.kubilitics.graph.facts;

import io.kubilitics.graph.select.Selector;

/**
 * A DaemonSet.
 *
 * @param desired on how many nodes it should run
 * @param misplaced on how many it runs and should not
 * @param onDelete whether a pod takes the new template only when somebody deletes it
 */
public record DaemonSetFacts(
        int desired,
        int ready,
        int updated,
        int available,
        int misplaced,
        boolean observed,
        boolean onDelete,
        Selector selector,
        PodTemplate template)
        implements Facts {}
