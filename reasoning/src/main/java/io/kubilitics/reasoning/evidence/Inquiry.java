package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.History;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.EventNote;
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
        return ask(new Probe.OfObject(ref)) instanceof Evidence.Found(var resource)
                ? Optional.of(resource)
                : Optional.empty();
    }

    /** Known not to exist; false also when nobody can tell. */
    public boolean missing(ResourceRef ref) {
        return ask(new Probe.OfObject(ref)) instanceof Evidence.Missing;
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

    /** Of the instance before when there is one, otherwise of this one. */
    public List<String> lastWords(ResourceRef pod, String container) {
        List<String> before = lines(new Probe.OfLogs(pod, container, true));
        return before.isEmpty() ? lines(new Probe.OfLogs(pod, container, false)) : before;
    }

    private List<String> lines(Probe.OfLogs probe) {
        return ask(probe) instanceof Evidence.Lines(var lines) ? lines : List.of();
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
