package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.query.Harm;
import io.kubilitics.graph.world.Relation;

/** One thing to look at. The only way in which the reasoner learns anything. */
public sealed interface Probe {

    /** An object as it is. */
    record OfObject(ResourceRef ref) implements Probe {}

    /** All objects of a kind in a namespace; everywhere when none is named. */
    record OfKind(Kind kind, String namespace) implements Probe {}

    /** What was told of and is not there any more, of a kind in a namespace. */
    record OfGone(Kind kind, String namespace) implements Probe {}

    /** What makes pods in a namespace that keep data for others. */
    record OfStores(String namespace) implements Probe {}

    /** What an object refers to in one way. */
    record OfRelated(ResourceRef from, Relation.Type type) implements Probe {}

    /** What refers to an object in one way. */
    record OfReferrers(ResourceRef to, Relation.Type type) implements Probe {}

    /** Events about an object. */
    record OfEvents(ResourceRef about) implements Probe {}

    /** The end of a container's log, of this instance or of the one before. */
    record OfLogs(ResourceRef pod, String container, boolean previous) implements Probe {}

    /** What one log complains of at its end. */
    record OfTroubles(ResourceRef pod, String container, boolean previous) implements Probe {}

    /** What the programs of a workload complain of in their logs. */
    record OfComplaints(ResourceRef workload) implements Probe {}

    /** What changed about an object. */
    record OfChanges(ResourceRef ref) implements Probe {}

    /** Who stands at the top of its owners. */
    record OfNeighbours(ResourceRef ref) implements Probe {}

    /** What is unwell about an object itself. */
    record OfHealth(ResourceRef ref) implements Probe {}

    /** Who suffers when an object fails. */
    record OfAffected(ResourceRef ref, Harm harm) implements Probe {}

    /** What keeps a pod off each node. */
    record OfFit(ResourceRef pod) implements Probe {}

    /** Whether the network policies let one pod talk to a port of another. */
    record OfReach(ResourceRef from, ResourceRef to, int port, String protocol) implements Probe {}

    /** An object as somebody meant it to be. */
    record OfIntent(ResourceRef ref) implements Probe {}

    /** Numbers measured over time. */
    record OfMetrics() implements Probe {}

    /** Which of these numbers left their own past behind. */
    record OfShifts() implements Probe {}

    /** What a monitoring system complains of. */
    record OfAlerts() implements Probe {}

    /** What somebody found who tried connections, asked nodes and watched who calls whom. */
    record OfTrials() implements Probe {}

    /** Whether an account may do something. */
    record OfRights(ResourceRef account, String verb, ResourceRef target) implements Probe {}

    /** Whether an action would be allowed. */
    record OfPolicy(Action action) implements Probe {}
}
