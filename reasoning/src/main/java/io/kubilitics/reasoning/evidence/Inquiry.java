package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.History;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.fit.NodeFit;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.reach.NetworkReach;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.OwnTrouble;
import io.kubilitics.reasoning.signal.Alert;
import io.kubilitics.reasoning.signal.Metrics;
import io.kubilitics.reasoning.signal.Probes;
import io.kubilitics.reasoning.signal.Shifts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one hypothesis asks of the evidence gathered so far. A question that was not looked into yet answers as if there were
 * nothing to see and is noted as wanted; the hypothesis is judged again once somebody has looked. So a cause is written as one
 * plain function and still decides, question by question, what is worth looking at.
 */
public final class Inquiry {

    private final Map<Probe, Evidence> known;
    private final Set<Probe> wanted = new LinkedHashSet<>();
    private final Set<String> unavailable = new LinkedHashSet<>();

    public Inquiry(Map<Probe, Evidence> known) {
        this.known = known;
    }

    public Optional<Resource> object(ResourceRef ref) {
        return found(new Probe.OfObject(ref));
    }

    /** Its facts, if it is there and of this family. */
    public <F extends Facts> Optional<F> facts(ResourceRef ref, Class<F> family) {
        return object(ref).map(Resource::facts).filter(family::isInstance).map(family::cast);
    }

    /** Known not to exist; false also when nobody can tell. */
    public boolean missing(ResourceRef ref) {
        return ask(new Probe.OfObject(ref)) instanceof Evidence.Missing;
    }

    /** All that can be seen of a kind in a namespace, by name; everywhere when the namespace is empty. */
    public List<Resource> all(Kind kind, String namespace) {
        return ask(new Probe.OfKind(kind, namespace)) instanceof Evidence.Objects(var resources, var _)
                ? resources
                : List.of();
    }

    /** Whether {@link #all} gives all there are: only then does it mean something that one is not among them. */
    public boolean complete(Kind kind, String namespace) {
        return ask(new Probe.OfKind(kind, namespace)) instanceof Evidence.Objects(var _, var complete) && complete;
    }

    /** What was told of and is not there any more. */
    public List<ResourceRef> gone(Kind kind, String namespace) {
        return ask(new Probe.OfGone(kind, namespace)) instanceof Evidence.Related(var refs) ? refs : List.of();
    }

    /** What it refers to; none of that need exist. */
    public List<ResourceRef> to(ResourceRef from, Relation.Type type) {
        return ask(new Probe.OfRelated(from, type)) instanceof Evidence.Related(var refs) ? refs : List.of();
    }

    /** What refers to it. */
    public List<ResourceRef> from(ResourceRef to, Relation.Type type) {
        return ask(new Probe.OfReferrers(to, type)) instanceof Evidence.Related(var refs) ? refs : List.of();
    }

    public List<EventNote> events(ResourceRef about) {
        return ask(new Probe.OfEvents(about)) instanceof Evidence.Events(var events) ? events : List.of();
    }

    public History changes(ResourceRef ref) {
        return ask(new Probe.OfChanges(ref)) instanceof Evidence.Changes(var history) ? history : History.NONE;
    }

    public ResourceRef topOwner(ResourceRef ref) {
        return ask(new Probe.OfNeighbours(ref)) instanceof Evidence.Neighbours(var top) ? top : ref;
    }

    /** What is unwell about it, asked of another object than the one in question. */
    public List<Symptom> health(ResourceRef ref) {
        return ask(new Probe.OfHealth(ref)) instanceof Evidence.Unwell(var symptoms) ? symptoms : List.of();
    }

    /** What keeps a pod off each node; nothing when no node can be seen. */
    public List<NodeFit> fit(ResourceRef pod) {
        return ask(new Probe.OfFit(pod)) instanceof Evidence.Fits(var nodes) ? nodes : List.of();
    }

    public NetworkReach.Answer mayReach(ResourceRef from, ResourceRef to, int port, String protocol) {
        return ask(new Probe.OfReach(from, to, port, protocol)) instanceof Evidence.Reach(var answer)
                ? answer
                : NetworkReach.Answer.UNKNOWN;
    }

    /** As somebody meant it to be, if that was written down. */
    public Optional<Resource> meant(ResourceRef ref) {
        return found(new Probe.OfIntent(ref));
    }

    public Metrics metrics() {
        return ask(new Probe.OfMetrics()) instanceof Evidence.Measured(var metrics) ? metrics : Metrics.NONE;
    }

    /** Where numbers, or alerts about them, left their own past behind. */
    public Shifts shifts() {
        return ask(new Probe.OfShifts()) instanceof Evidence.Shifted(var shifts) ? shifts : Shifts.NONE;
    }

    public List<Alert> alerts() {
        return ask(new Probe.OfAlerts()) instanceof Evidence.Alerts(var alerts) ? alerts : List.of();
    }

    public Probes trials() {
        return ask(new Probe.OfTrials()) instanceof Evidence.Tried(var probes) ? probes : Probes.NONE;
    }

    /** What makes pods in a namespace that keep data for others. */
    public List<Resource> stores(String namespace) {
        return ask(new Probe.OfStores(namespace)) instanceof Evidence.Objects(var resources, var _)
                ? resources
                : List.of();
    }

    /** The last line of a log that complains of this. */
    public Optional<String> trouble(OwnTrouble of, ResourceRef pod, String container, boolean previous) {
        return ask(new Probe.OfTroubles(pod, container, previous)) instanceof Evidence.Troubles(var lines)
                ? Optional.ofNullable(lines.get(of))
                : Optional.empty();
    }

    /** Of the instance before when there is one, otherwise of this one. */
    public List<String> lastWords(ResourceRef pod, String container) {
        List<String> before = log(pod, container, true);
        return before.isEmpty() ? log(pod, container, false) : before;
    }

    /** The end of one log. */
    public List<String> log(ResourceRef pod, String container, boolean previous) {
        return ask(new Probe.OfLogs(pod, container, previous)) instanceof Evidence.Lines(var lines) ? lines : List.of();
    }

    /** What the programs of a workload, or of the workload above a pod, complain of: all its pods, former instances too. */
    public List<Complaint> complaints(ResourceRef ref) {
        return ask(new Probe.OfComplaints(topOwner(ref))) instanceof Evidence.Complaints(var complaints)
                ? complaints
                : List.of();
    }

    private Optional<Resource> found(Probe probe) {
        return ask(probe) instanceof Evidence.Found(var resource) ? Optional.of(resource) : Optional.empty();
    }

    private Evidence ask(Probe probe) {
        Evidence evidence = known.get(probe);
        if (evidence == null) {
            wanted.add(probe);
            return new Evidence.Unavailable("not looked at yet");
        }
        if (evidence instanceof Evidence.Unavailable(var why)) {
            unavailable.add(why);
        }
        return evidence;
    }

    /** The next thing to look at before this hypothesis can be judged. */
    public Optional<Probe> wanted() {
        return wanted.stream().findFirst();
    }

    /** What could not be seen, and would be worth seeing. */
    public List<String> unavailable() {
        return List.copyOf(unavailable);
    }
}
