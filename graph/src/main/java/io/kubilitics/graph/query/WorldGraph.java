package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;

/**
 * A world as JGraphT sees graphs, for its algorithms: a view that copies nothing and cannot be changed. Relations are made when
 * asked for, so walks that must be fast go over {@link Wiring} instead.
 */
final class WorldGraph extends AbstractGraph<ResourceRef, Relation> {

    private final Wiring wiring;

    WorldGraph(World world) {
        wiring = world.wiring();
    }

    @Override
    public GraphType getType() {
        return new DefaultGraphType.Builder()
                .directed()
                .weighted(false)
                .modifiable(false)
                .allowMultipleEdges(true)
                .allowSelfLoops(true)
                .allowCycles(true)
                .build();
    }

    @Override
    public Set<ResourceRef> vertexSet() {
        Set<ResourceRef> all = new LinkedHashSet<>();
        for (int number = 0; number < wiring.bound(); number++) {
            if (wiring.used(number)) {
                all.add(wiring.ref(number));
            }
        }
        return all;
    }

    @Override
    public Set<Relation> edgeSet() {
        Set<Relation> all = new LinkedHashSet<>();
        vertexSet().forEach(vertex -> all.addAll(outgoingEdgesOf(vertex)));
        return all;
    }

    @Override
    public Set<Relation> outgoingEdgesOf(ResourceRef vertex) {
        Set<Relation> edges = new LinkedHashSet<>();
        wiring.out(number(vertex), (type, other) -> edges.add(new Relation(type, vertex, wiring.ref(other))));
        return edges;
    }

    @Override
    public Set<Relation> incomingEdgesOf(ResourceRef vertex) {
        Set<Relation> edges = new LinkedHashSet<>();
        wiring.in(number(vertex), (type, other) -> edges.add(new Relation(type, wiring.ref(other), vertex)));
        return edges;
    }

    @Override
    public Set<Relation> edgesOf(ResourceRef vertex) {
        Set<Relation> edges = outgoingEdgesOf(vertex);
        edges.addAll(incomingEdgesOf(vertex));
        return edges;
    }

    @Override
    public Set<Relation> getAllEdges(ResourceRef from, ResourceRef to) {
        if (!containsVertex(from) || !containsVertex(to)) {
            return Set.of();
        }
        Set<Relation> edges = outgoingEdgesOf(from);
        edges.removeIf(edge -> !edge.to().equals(to));
        return edges;
    }

    @Override
    public @Nullable Relation getEdge(ResourceRef from, ResourceRef to) {
        return getAllEdges(from, to).stream().findFirst().orElse(null);
    }

    @Override
    public boolean containsVertex(ResourceRef vertex) {
        return wiring.number(vertex).isPresent();
    }

    @Override
    public boolean containsEdge(Relation edge) {
        return getAllEdges(edge.from(), edge.to()).contains(edge);
    }

    @Override
    public int outDegreeOf(ResourceRef vertex) {
        return outgoingEdgesOf(vertex).size();
    }

    @Override
    public int inDegreeOf(ResourceRef vertex) {
        return incomingEdgesOf(vertex).size();
    }

    @Override
    public int degreeOf(ResourceRef vertex) {
        return wiring.degree(number(vertex));
    }

    @Override
    public ResourceRef getEdgeSource(Relation edge) {
        return edge.from();
    }

    @Override
    public ResourceRef getEdgeTarget(Relation edge) {
        return edge.to();
    }

    @Override
    public double getEdgeWeight(Relation edge) {
        return DEFAULT_EDGE_WEIGHT;
    }

    private int number(ResourceRef vertex) {
        return wiring.number(vertex)
                .orElseThrow(() -> new IllegalArgumentException("no such vertex in graph: " + vertex));
    }

    @Override
    public @Nullable Supplier<ResourceRef> getVertexSupplier() {
        return null;
    }

    @Override
    public @Nullable Supplier<Relation> getEdgeSupplier() {
        return null;
    }

    @Override
    public Relation addEdge(ResourceRef from, ResourceRef to) {
        throw unchangeable();
    }

    @Override
    public boolean addEdge(ResourceRef from, ResourceRef to, Relation edge) {
        throw unchangeable();
    }

    @Override
    public ResourceRef addVertex() {
        throw unchangeable();
    }

    @Override
    public boolean addVertex(ResourceRef vertex) {
        throw unchangeable();
    }

    @Override
    public Relation removeEdge(ResourceRef from, ResourceRef to) {
        throw unchangeable();
    }

    @Override
    public boolean removeEdge(Relation edge) {
        throw unchangeable();
    }

    @Override
    public boolean removeVertex(ResourceRef vertex) {
        throw unchangeable();
    }

    @Override
    public void setEdgeWeight(Relation edge, double weight) {
        throw unchangeable();
    }

    private static UnsupportedOperationException unchangeable() {
        return new UnsupportedOperationException("a world changes only by what is observed");
    }
}
