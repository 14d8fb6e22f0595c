package io.kubilitics.graph.world;

import io.kubilitics.graph.ResourceRef;
import java.lang.ref.WeakReference;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The relations of one world by numbers, for whoever walks many of them. A number names a resource in this world only: the next
 * world may have given it to another.
 */
public final class Wiring {

    private final Graph graph;

    /** Weakly: who walks holds it, and worlds of the past that are kept need it no more. */
    private @Nullable WeakReference<Rows> rows;

    Wiring(Graph graph) {
        this.graph = graph;
    }

    /** Is shown one relation after the other. */
    @FunctionalInterface
    public interface Visitor {
        void meet(Relation.Type type, int other);
    }

    /** All numbers are below. */
    public int bound() {
        return graph.bound();
    }

    /** None when the resource is neither there nor referred to. */
    public OptionalInt number(ResourceRef ref) {
        int id = graph.ids().getOrElse(ref, -1);
        return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** Whether somebody has this number. */
    public boolean used(int number) {
        return graph.vertices().get(number) != null;
    }

    public ResourceRef ref(int number) {
        return graph.at(number).ref();
    }

    /** Whether the resource is there, not only referred to. */
    public boolean present(int number) {
        return graph.at(number).seen() != null;
    }

    /** Relations that start here. */
    public void out(int number, Visitor visitor) {
        graph.at(number).out().forEach(end -> visitor.meet(End.type(end), End.vertex(end)));
    }

    /** Relations that lead here. */
    public void in(int number, Visitor visitor) {
        graph.at(number).in().forEach(end -> visitor.meet(End.type(end), End.vertex(end)));
    }

    /** Those of one type that start here. */
    public void out(int number, Relation.Type type, Visitor visitor) {
        graph.at(number).out().forEach(End.first(type), End.last(type), end -> visitor.meet(type, End.vertex(end)));
    }

    /** Those of one type that lead here. */
    public void in(int number, Relation.Type type, Visitor visitor) {
        graph.at(number).in().forEach(End.first(type), End.last(type), end -> visitor.meet(type, End.vertex(end)));
    }

    /** The same laid out for walks over everything; made when first asked for, and shared by all who walk at a time. */
    public synchronized Rows rows() {
        Rows known = rows == null ? null : rows.get();
        if (known == null) {
            known = new Rows(graph);
            rows = new WeakReference<>(known);
        }
        return known;
    }

    /** How many of one type start here. */
    public int count(int number, Relation.Type type) {
        return graph.at(number).out().count(End.first(type), End.last(type));
    }

    /** How many relations start and lead here. */
    public int degree(int number) {
        return graph.at(number).out().size() + graph.at(number).in().size();
    }
}
