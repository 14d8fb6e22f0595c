package io.kubilitics.graph.query;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.Change.Deleted;
import io.kubilitics.graph.change.History;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.time.Order;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Selection;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What changed on and around a resource in a span of time, and what became unwell there.
 *
 * @param moments oldest first; those whose time nobody knows stand first
 */
public record Timeline(ResourceRef center, Instant from, Instant to, List<Moment> moments) {

    public Timeline {
        moments = moments.stream().sorted(Comparator.comparing(Moment::at)).toList();
    }

    /** Something on a timeline. */
    public sealed interface Moment {

        /** {@link Instant#EPOCH} when nobody knows. */
        Instant at();

        /** How far from the resource that was asked about. */
        int hop();

        record Changed(Change change, int hop) implements Moment {
            @Override
            public Instant at() {
                return change.at();
            }
        }

        /** A symptom that is there now began. */
        record Began(Symptom symptom, int hop) implements Moment {
            @Override
            public Instant at() {
                return symptom.since();
            }
        }
    }

    /**
     * From one moment to another, both included; with all whose time nobody knows.
     *
     * @param told changes that somebody tells who saw more than this world did
     */
    public static Timeline around(World world, ResourceRef center, Instant from, Instant to, List<Change> told) {
        Map<ResourceRef, Integer> near = Vicinity.of(world, center);
        List<Moment> moments = new ArrayList<>();
        for (ResourceRef ref : around(world, near, told)) {
            int hop = near.getOrDefault(ref, 1);
            history(world, ref, told).changes().forEach(change -> moments.add(new Moment.Changed(change, hop)));
        }
        told.stream()
                .filter(change -> change.about().isEmpty())
                .forEach(change -> moments.add(new Moment.Changed(change, 0)));
        Health.symptoms(world, new Scope.Everything(), to).stream()
                .filter(symptom -> near.containsKey(symptom.subject()))
                .forEach(symptom -> moments.add(new Moment.Began(symptom, near.getOrDefault(symptom.subject(), 0))));
        return new Timeline(
                center,
                from,
                to,
                moments.stream().filter(moment -> within(moment.at(), from, to)).toList());
    }

    private static boolean within(Instant at, Instant from, Instant to) {
        return at.equals(Instant.EPOCH) || !(at.isBefore(from) || at.isAfter(to));
    }

    private static History history(World world, ResourceRef ref, List<Change> told) {
        return new History(told.stream()
                        .filter(change -> change.about().equals(Optional.of(ref)))
                        .toList())
                .with(History.of(world, ref));
    }

    /** With those that are gone, and were near as long as they were there. */
    private static Set<ResourceRef> around(World world, Map<ResourceRef, Integer> near, List<Change> told) {
        Set<ResourceRef> around = new LinkedHashSet<>(near.keySet());
        Stream.concat(told.stream(), world.changed().flatMap(ref -> world.changes(ref).stream()))
                .filter(Deleted.class::isInstance)
                .map(Deleted.class::cast)
                .filter(deleted -> deleted.former()
                        .filter(former -> touched(world, former, near))
                        .isPresent())
                .map(Deleted::ref)
                .sorted()
                .forEach(around::add);
        return around;
    }

    private static boolean touched(World world, Seen former, Map<ResourceRef, Integer> near) {
        return former.relations().stream()
                        .anyMatch(relation -> relation.type() == Relation.Type.OWNS
                                ? near.getOrDefault(relation.from(), 1) == 0
                                : relation.from().equals(former.resource().ref()) && family(near, relation.to()))
                || former.selections().stream()
                        .anyMatch(selection -> near.keySet().stream()
                                .anyMatch(ref -> near.getOrDefault(ref, 1) == 0 && selects(world, selection, ref)));
    }

    private static boolean family(Map<ResourceRef, Integer> near, ResourceRef ref) {
        return near.getOrDefault(ref, 1) == 0;
    }

    private static boolean selects(World world, Selection selection, ResourceRef ref) {
        boolean there = switch (selection.in()) {
            case Selection.Namespaces.One(String name) -> ref.namespace().equals(name);
            case Selection.Namespaces.ClusterWide() -> ref.namespace().isEmpty();
            case Selection.Namespaces.Matching(Selector labels) ->
                matches(world, labels, ResourceRef.clusterWide(Kind.NAMESPACE, ref.namespace()));
        };
        return there && ref.kind().equals(selection.among()) && matches(world, selection.selector(), ref);
    }

    private static boolean matches(World world, Selector selector, ResourceRef ref) {
        return world.find(ref)
                .filter(resource -> selector.matches(resource.meta().labels()))
                .isPresent();
    }

    /**
     * The moments in steps whose order is sure. Within a step it is not: their times are no further apart than clocks are. Those
     * without a time are no part of it.
     */
    public List<List<Moment>> steps() {
        List<List<Moment>> steps = new ArrayList<>();
        for (Moment moment : moments) {
            if (moment.at().equals(Instant.EPOCH)) {
                continue;
            }
            if (steps.isEmpty() || Order.of(steps.getLast().getLast().at(), moment.at()) == Order.BEFORE) {
                steps.add(new ArrayList<>());
            }
            steps.getLast().add(moment);
        }
        return steps.stream().map(List::copyOf).toList();
    }

    /** What happened nobody knows when. */
    public List<Moment> undated() {
        return moments.stream()
                .filter(moment -> moment.at().equals(Instant.EPOCH))
                .toList();
    }
}
