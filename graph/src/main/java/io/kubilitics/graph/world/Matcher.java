package io.kubilitics.graph.world;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.persistent.IntSet;
import io.kubilitics.graph.select.Mark;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Index.Spot;
import io.kubilitics.graph.world.Selection.Namespaces.ClusterWide;
import io.kubilitics.graph.world.Selection.Namespaces.Matching;
import io.kubilitics.graph.world.Selection.Namespaces.One;
import io.vavr.collection.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the relations that follow from selections exact while either end changes, and looks only at what the change can concern.
 * A selection counts once for each resource it selects, whatever else states the same relation.
 */
final class Matcher {

    private final GraphDraft graph;
    private HashMap<Kind, HashMap<String, IntSet>> present;
    private HashMap<Spot, IntSet> marked;
    private HashMap<Spot, IntSet> selecting;
    private HashMap<Mark, IntSet> choosing;

    Matcher(Index before, GraphDraft graph) {
        this.graph = graph;
        present = before.present();
        marked = before.marked();
        selecting = before.selecting();
        choosing = before.choosing();
    }

    Index done() {
        return new Index(present, marked, selecting, choosing);
    }

    /** A resource came, went, or has other labels; null where it is not there. */
    void relabel(int id, @Nullable Map<String, String> before, @Nullable Map<String, String> after) {
        if (Objects.equals(before, after)) {
            return;
        }
        ResourceRef ref = graph.at(id).ref();
        file(id, ref, before, after);
        Set<Mark> marks = new LinkedHashSet<>();
        Stream.of(marks(before), marks(after)).forEach(marks::addAll);
        Set<Integer> selectors = new LinkedHashSet<>();
        for (Mark mark : marks) {
            found(new Spot(ref.kind(), ref.namespace(), mark)).forEach(selectors::add);
            found(new Spot(ref.kind(), Index.EVERY, mark)).forEach(selectors::add);
        }
        for (int selector : selectors) {
            for (Selection selection : graph.at(selector).selections()) {
                if (selection.among().equals(ref.kind()) && reaches(selection, ref)) {
                    turn(selection, id, matches(selection.selector(), before), matches(selection.selector(), after));
                }
            }
        }
        if (ref.kind().equals(Kind.NAMESPACE)) {
            relabelNamespace(ref.name(), marks, before, after);
        }
    }

    /** What others select by the labels of a namespace. */
    private void relabelNamespace(
            String name, Set<Mark> marks, @Nullable Map<String, String> before, @Nullable Map<String, String> after) {
        Set<Integer> selectors = new LinkedHashSet<>();
        marks.forEach(mark -> choosing.getOrElse(mark, IntSet.empty()).forEach(selectors::add));
        for (int selector : selectors) {
            for (Selection selection : graph.at(selector).selections()) {
                if (selection.in() instanceof Matching(Selector labels) && !labels.equals(Selector.EVERYTHING)) {
                    boolean was = matches(labels, before);
                    boolean is = matches(labels, after);
                    if (was != is) {
                        matching(selection, name).forEach(id -> turn(selection, id, was, is));
                    }
                }
            }
        }
    }

    private void turn(Selection selection, int id, boolean was, boolean is) {
        if (was == is) {
            return;
        }
        long edge = End.edge(selection.type(), graph.hold(selection.from()), id);
        if (is) {
            graph.link(edge);
        } else {
            graph.unlink(edge);
        }
    }

    /** A resource selects anew. */
    void select(int id, List<Selection> selections) {
        for (Selection selection : selections) {
            spots(selection).forEach(spot -> selecting = Index.with(selecting, spot, id));
            chosen(selection).forEach(mark -> choosing = Index.with(choosing, mark, id));
            matching(selection).forEach(selected -> turn(selection, selected, false, true));
        }
    }

    /** A resource selects so no more. */
    void deselect(int id, List<Selection> selections) {
        for (Selection selection : selections) {
            matching(selection).forEach(selected -> turn(selection, selected, true, false));
            spots(selection).forEach(spot -> selecting = Index.without(selecting, spot, id));
            chosen(selection).forEach(mark -> choosing = Index.without(choosing, mark, id));
        }
    }

    private IntSet found(Spot spot) {
        return selecting.getOrElse(spot, IntSet.empty());
    }

    private static Stream<Spot> spots(Selection selection) {
        String namespace = switch (selection.in()) {
            case One(String name) -> name;
            case ClusterWide() -> "";
            case Matching _ -> Index.EVERY;
        };
        return selection.selector().marks().stream().map(mark -> new Spot(selection.among(), namespace, mark));
    }

    private static List<Mark> chosen(Selection selection) {
        return selection.in() instanceof Matching(Selector labels) && !labels.equals(Selector.EVERYTHING)
                ? labels.marks()
                : List.of();
    }

    /** The labels of a namespace that was not seen are not guessed: it is among all, and among no others. */
    private boolean reaches(Selection selection, ResourceRef ref) {
        return switch (selection.in()) {
            case One(String name) -> ref.namespace().equals(name);
            case ClusterWide() -> ref.namespace().isEmpty();
            case Matching(Selector labels) ->
                !ref.namespace().isEmpty()
                        && (labels.equals(Selector.EVERYTHING) || matches(labels, labelsOf(ref.namespace())));
        };
    }

    private Set<Integer> matching(Selection selection) {
        Set<Integer> matching = new LinkedHashSet<>();
        namespaces(selection).forEach(namespace -> matching.addAll(matching(selection, namespace)));
        return matching;
    }

    private Set<Integer> matching(Selection selection, String namespace) {
        return matching(selection.among(), namespace, selection.selector());
    }

    private Set<Integer> matching(Kind kind, String namespace, Selector selector) {
        Set<Integer> matching = new LinkedHashSet<>();
        for (Mark mark : selector.marks()) {
            IntSet candidates = mark.equals(Mark.ANY)
                    ? present.getOrElse(kind, HashMap.empty()).getOrElse(namespace, IntSet.empty())
                    : marked.getOrElse(new Spot(kind, namespace, mark), IntSet.empty());
            candidates.forEach(id -> {
                if (matches(selector, graph.at(id).labels())) {
                    matching.add(id);
                }
            });
        }
        return matching;
    }

    private Stream<String> namespaces(Selection selection) {
        return switch (selection.in()) {
            case One(String name) -> Stream.of(name);
            case ClusterWide() -> Stream.of("");
            case Matching(Selector labels)
            when labels.equals(Selector.EVERYTHING) ->
                present.getOrElse(selection.among(), HashMap.empty())
                        .keysIterator()
                        .toJavaStream()
                        .filter(namespace -> !namespace.isEmpty());
            case Matching(Selector labels) ->
                matching(Kind.NAMESPACE, "", labels).stream()
                        .map(id -> graph.at(id).ref().name());
        };
    }

    private @Nullable Map<String, String> labelsOf(String namespace) {
        Vertex vertex = graph.find(ResourceRef.clusterWide(Kind.NAMESPACE, namespace));
        return vertex == null ? null : vertex.labels();
    }

    private static boolean matches(Selector selector, @Nullable Map<String, String> labels) {
        return labels != null && selector.matches(labels);
    }

    private static List<Mark> marks(@Nullable Map<String, String> labels) {
        return labels == null ? List.of() : Mark.of(labels).toList();
    }

    private void file(
            int id, ResourceRef ref, @Nullable Map<String, String> before, @Nullable Map<String, String> after) {
        List<Mark> was = marks(before);
        List<Mark> is = marks(after);
        was.stream().filter(mark -> !is.contains(mark)).forEach(mark -> refile(id, ref, mark, false));
        is.stream().filter(mark -> !was.contains(mark)).forEach(mark -> refile(id, ref, mark, true));
    }

    private void refile(int id, ResourceRef ref, Mark mark, boolean in) {
        if (mark.equals(Mark.ANY)) {
            HashMap<String, IntSet> byNamespace = present.getOrElse(ref.kind(), HashMap.empty());
            HashMap<String, IntSet> next =
                    in ? Index.with(byNamespace, ref.namespace(), id) : Index.without(byNamespace, ref.namespace(), id);
            present = next.isEmpty() ? present.remove(ref.kind()) : present.put(ref.kind(), next);
            return;
        }
        Spot spot = new Spot(ref.kind(), ref.namespace(), mark);
        marked = in ? Index.with(marked, spot, id) : Index.without(marked, spot, id);
    }
}
