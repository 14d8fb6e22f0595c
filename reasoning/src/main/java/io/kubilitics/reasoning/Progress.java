package io.kubilitics.reasoning;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.query.Harm;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far an investigation has come: its steps, taken in one by one. The same steps always give the same progress. */
final class Progress {

    private Step.@Nullable Opened opened;
    private @Nullable Verdict verdict;
    private boolean supposed;
    private final Deque<Hypothesis> waiting = new ArrayDeque<>();
    private final Map<Probe, Evidence> known = new HashMap<>();
    private final List<Step.Ruled> rulings = new ArrayList<>();
    private @Nullable Frontier frontier;

    static Progress of(List<Step> steps) {
        Progress progress = new Progress();
        steps.forEach(progress::take);
        return progress;
    }

    void take(Step step) {
        switch (step) {
            case Step.Opened first -> opened = first;
            case Step.Supposed(var hypotheses) -> {
                supposed = true;
                waiting.addAll(hypotheses);
            }
            case Step.Looked(var probe, var evidence) -> {
                known.put(probe, evidence);
                if (frontier != null && evidence instanceof Evidence.Missing) {
                    frontier.again();
                }
            }
            case Step.Ruled ruled -> {
                waiting.remove();
                rulings.add(ruled);
            }
            case Step.Struck _ -> {}
            case Step.Concluded(var reached) -> verdict = reached;
        }
    }

    Step.Opened opened() {
        if (opened == null) {
            throw new IllegalStateException("an investigation begins with being opened");
        }
        return opened;
    }

    boolean concluded() {
        return verdict != null;
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }

    /** What was found to refer or be referred to; nothing as long as nobody looked. */
    List<ResourceRef> related(Probe probe) {
        return known.get(probe) instanceof Evidence.Related(var refs) ? refs : List.of();
    }

    /** What the programs of a workload were found to complain of. */
    List<Complaint> complaints(ResourceRef workload) {
        return known.get(new Probe.OfComplaints(workload)) instanceof Evidence.Complaints(var complaints)
                ? complaints
                : List.of();
    }

    /** As it was found; nothing as long as nobody looked. */
    Optional<Resource> object(ResourceRef ref) {
        return known.get(new Probe.OfObject(ref)) instanceof Evidence.Found(var resource)
                ? Optional.of(resource)
                : Optional.empty();
    }

    boolean knows(Probe probe) {
        return known.containsKey(probe);
    }

    boolean supposed() {
        return supposed;
    }

    /** The next one to judge; hypotheses are judged in their order. */
    Optional<Hypothesis> waiting() {
        return Optional.ofNullable(waiting.peek());
    }

    /** To be asked for when nothing waits any more. */
    Frontier frontier() {
        if (frontier == null) {
            frontier = new Frontier(rulings, opened());
        }
        return frontier;
    }

    Map<Probe, Evidence> known() {
        return known;
    }

    List<Step.Ruled> rulings() {
        return rulings;
    }

    /** Who suffers when it fails; nobody as long as nobody looked. */
    Set<ResourceRef> affected(ResourceRef ref, Harm harm) {
        return known.get(new Probe.OfAffected(ref, harm)) instanceof Evidence.Affected(var refs) ? refs : Set.of();
    }

    /** The workload at the top of its owners, as far as it was looked at; itself otherwise. */
    ResourceRef topOwner(ResourceRef ref) {
        return known.get(new Probe.OfNeighbours(ref)) instanceof Evidence.Neighbours(var top) ? top : ref;
    }

    /** How an object fails that is the cause of something. */
    Harm harm(ResourceRef ref) {
        return known.get(new Probe.OfObject(ref)) instanceof Evidence.Missing ? Harm.MISSING : Harm.UNWELL;
    }
}
