package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Propagation.Direction;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/** Who can be behind some failures: found by walking harm backwards, kept when harm from there really arrives. */
final class Suspects {

    private static final int MOST = 200_000;

    private final World world;
    private final Wiring wiring;
    private final List<State> failing;

    /** A resource that fails in one way. */
    record State(int number, Harm harm) {}

    /**
     * What cannot be told apart: they bring harm to each other, in a circle. Mostly just one.
     *
     * @param explains places of the failures that follow from it
     */
    record Group(Set<State> members, BitSet explains) {}

    Suspects(World world, Map<ResourceRef, Harm> failing) {
        this.world = world;
        wiring = world.wiring();
        this.failing = failing.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(each -> wiring.number(each.getKey()).isPresent())
                .map(each -> new State(wiring.number(each.getKey()).getAsInt(), each.getValue()))
                .toList();
    }

    List<State> failing() {
        return failing;
    }

    /** In no order. */
    List<Group> groups() {
        Graph<State, DefaultEdge> spreading = new DefaultDirectedGraph<>(DefaultEdge.class);
        candidates().forEach(spreading::addVertex);
        for (State state : Set.copyOf(spreading.vertexSet())) {
            causes(state, (cause, _) -> {
                if (spreading.containsVertex(cause) && !cause.equals(state)) {
                    spreading.addEdge(cause, state);
                }
            });
        }
        return new KosarajuStrongConnectivityInspector<>(spreading)
                .stronglyConnectedSets().stream()
                        .map(members -> new Group(Set.copyOf(members), explained(members)))
                        .toList();
    }

    /** The failures themselves, and whatever can be behind two of them or more. */
    private Set<State> candidates() {
        Map<State, Integer> behind = new HashMap<>();
        for (State failure : failing) {
            behind(failure).forEach(state -> behind.merge(state, 1, Integer::sum));
        }
        failing.forEach(failure -> behind.put(failure, failing.size() + 1));
        return behind.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<State> behind(State failure) {
        Map<State, Boolean> met = new HashMap<>(Map.of(failure, true));
        Deque<State> next = new ArrayDeque<>(List.of(failure));
        while (!next.isEmpty() && met.size() < MOST) {
            causes(next.remove(), (cause, _) -> {
                if (met.putIfAbsent(cause, true) == null) {
                    next.add(cause);
                }
            });
        }
        return met.keySet();
    }

    /** What may directly have made a resource fail so. */
    private void causes(State effect, BiConsumer<State, Propagation> found) {
        wiring.in(effect.number(), (type, other) -> causes(effect, type, Direction.FORTH, other, found));
        wiring.out(effect.number(), (type, other) -> causes(effect, type, Direction.BACK, other, found));
    }

    private void causes(
            State effect, Relation.Type type, Direction way, int other, BiConsumer<State, Propagation> found) {
        for (Propagation row : Propagation.by(type)) {
            boolean leads = row.effect() == effect.harm() || (row.all() && effect.harm() == Harm.UNWELL);
            if (row.way() == way && leads && feasible(other, row.cause())) {
                found.accept(new State(other, row.cause()), row);
            }
        }
    }

    private BitSet explained(Set<State> members) {
        BitSet explained = new BitSet();
        for (State member : members) {
            Reached reached = new HarmWalk(wiring, this::feasible, HarmWalk.Wholes.NONE, MOST)
                    .from(member.number(), member.harm());
            for (int place = 0; place < failing.size(); place++) {
                Reached.Ways ways = reached.find(failing.get(place).number());
                if (ways != null
                        && ways.worst().harm().compareTo(failing.get(place).harm()) <= 0) {
                    explained.set(place);
                }
            }
        }
        return explained;
    }

    /** What is there is not missing, and what is not there is not merely unwell. */
    private boolean feasible(int number, Harm harm) {
        return switch (world.presence(wiring.ref(number))) {
            case PRESENT -> harm != Harm.MISSING;
            case ABSENT -> harm == Harm.MISSING;
            case UNSEEN -> true;
        };
    }

    Presence presence(State state) {
        return world.presence(wiring.ref(state.number()));
    }

    ResourceRef ref(State state) {
        return wiring.ref(state.number());
    }
}
