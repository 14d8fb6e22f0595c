package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;

/** One thing to look at. The only way in which the reasoner learns anything. */
public sealed interface Probe {

    /** An object as it is. */
    record OfObject(ResourceRef ref) implements Probe {}

    /** Events about an object. */
    record OfEvents(ResourceRef about) implements Probe {}

    /** The end of a container's log, of this instance or of the one before. */
    record OfLogs(ResourceRef pod, String container, boolean previous) implements Probe {}

    /** A number measured of an object, by its abstract name. */
    record OfMetrics(ResourceRef ref, String metric) implements Probe {}

    /** What changed about an object. */
    record OfChanges(ResourceRef ref) implements Probe {}

    /** Who owns it and what it needs. */
    record OfNeighbours(ResourceRef ref) implements Probe {}

    /** Whether an account may do something. */
    record OfRights(ResourceRef account, String verb, ResourceRef target) implements Probe {}

    /** Whether an action would be allowed. */
    record OfPolicy(Action action) implements Probe {}
}
