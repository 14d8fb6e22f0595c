package io.kubilitics.gateway.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kubilitics.gateway.bundle.TimelineStep.Applied;
import io.kubilitics.gateway.bundle.TimelineStep.Deleted;
import io.kubilitics.gateway.bundle.TimelineStep.FieldEdit;
import io.kubilitics.gateway.bundle.TimelineStep.Noted;
import io.kubilitics.gateway.bundle.TimelineStep.Patched;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.Differences;
import io.kubilitics.graph.change.Edit;
import io.kubilitics.graph.change.Place;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.World;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a timeline tells of the past. It is read backwards, from the objects as they are now: so a step is told with the names
 * that its places in lists had at the time, and undone.
 */
public final class Past {

    private final List<Change> changes = new ArrayList<>();
    private World world;

    private Past(World now) {
        world = now;
    }

    /** All steps as changes, oldest first. */
    public static List<Change> changes(World now, List<TimelineStep> steps) {
        return undone(now, steps, Instant.MIN).changes;
    }

    /**
     * The world as it was: without the steps since, and without what was created since. Where no step says otherwise objects are
     * as they are now, their status above all; and what went without a step is not known. So nothing is absent there but what a
     * step says was created later or deleted before; all else that is not there is unseen.
     */
    public static World asOf(World now, List<TimelineStep> steps, Instant moment) {
        Past past = undone(now, steps, moment);
        List<Observation> younger = past.world
                .all()
                .filter(resource -> resource.meta().created().isAfter(moment))
                .map(Resource::ref)
                .<Observation>map(Gone::new)
                .toList();
        return past.world.applyAll(younger).toldAt(moment, absent(steps, moment));
    }

    /** Of each target the step next to the moment says whether it was there, the one before it rather than the one after. */
    private static Set<ResourceRef> absent(List<TimelineStep> steps, Instant moment) {
        Map<ResourceRef, Boolean> there = new HashMap<>();
        steps.reversed().stream()
                .filter(step -> step.at().isAfter(moment))
                .forEach(step -> target(step).ifPresent(ref -> there.put(ref, !(step instanceof Applied))));
        steps.stream()
                .filter(step -> !step.at().isAfter(moment))
                .forEach(step -> target(step).ifPresent(ref -> there.put(ref, !(step instanceof Deleted))));
        return there.keySet().stream()
                .filter(ref -> Boolean.FALSE.equals(there.get(ref)))
                .collect(Collectors.toSet());
    }

    private static Optional<ResourceRef> target(TimelineStep step) {
        return switch (step) {
            case Patched patched -> Optional.of(patched.target());
            case Applied applied -> Optional.of(applied.target());
            case Deleted deleted -> Optional.of(deleted.target());
            case Noted _ -> Optional.empty();
        };
    }

    private static Past undone(World now, List<TimelineStep> steps, Instant moment) {
        Past past = new Past(now);
        steps.reversed().stream().filter(step -> step.at().isAfter(moment)).forEach(past::undo);
        return past;
    }

    private void undo(TimelineStep step) {
        switch (step) {
            case Patched patched -> undo(patched);
            case Applied(var at, var by, var target) -> {
                changes.addFirst(new Change.Created(target, at, by));
                world = world.apply(new Gone(target));
            }
            case Deleted(var at, var by, var target, var was) -> {
                List<Observation> former = was.map(Past::observed).orElse(List.of());
                changes.addFirst(new Change.Deleted(target, seen(former), at, by));
                world = world.applyAll(former);
            }
            case Noted(var at, var by, var text) -> changes.addFirst(new Change.Noted(text, at, by));
        }
    }

    private static Optional<Seen> seen(List<Observation> former) {
        return former.stream()
                .filter(Seen.class::isInstance)
                .map(Seen.class::cast)
                .findFirst();
    }

    private static List<Observation> observed(Manifest was) {
        try {
            return Observers.observe(was.ref().kind(), was.json());
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException("what was read once cannot be read", wrong);
        }
    }

    private void undo(Patched step) {
        ResourceRef ref = step.target();
        Optional<JsonNode> after = world.tree(ref);
        JsonNode before =
                after.<JsonNode>map(tree -> Undoing.of(tree, step.edits())).orElse(MissingNode.getInstance());
        List<Change> told = new ArrayList<>();
        for (FieldEdit edit : step.edits()) {
            JsonNode named = edit.to().isMissingNode() ? before : after.orElse(before);
            told.addAll(changes(step, edit, Place.of(edit.path().toString(), named)));
        }
        changes.addAll(0, told);
        if (after.isPresent()) {
            world = world.applyAll(Observers.observe(ref.kind(), before));
        }
    }

    private static List<Change> changes(Patched step, FieldEdit edit, Place place) {
        String path = edit.path().toString();
        List<Edit> edits = Differences.between(edit.from(), edit.to(), path, place);
        // A value that is kept secret looks alike before and after.
        return (edits.isEmpty() ? List.of(Differences.hidden(path, place)) : edits)
                .stream()
                        .<Change>map(each -> new Change.Edited(step.target(), each, step.at(), step.by()))
                        .toList();
    }
}
