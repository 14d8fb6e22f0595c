package io.kubilitics.graph.query;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Propagation.Direction;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/** Who can be behind some failures: found by walking harm backwards, kept when harm from there really arrives. */
final class Suspects {

    private static final int MOST = 200_000;

    private final World world;
    private final Wiring wiring;
    private final Members members;
    private final Needs needs;
    private final List<State> failing;
    /** What is not there and nothing refers to, but much would go with: numbered after all that has relations. */
    private final List<ResourceRef> unrelated = new ArrayList<>();

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
        members = new Members(world);
        needs = new Needs(world);
        this.failing = failing.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(each -> wiring.number(each.getKey()).isPresent())
                .map(each -> new State(wiring.number(each.getKey()).getAsInt(), each.getValue()))
                .toList();
    }

    List<State> failing() {
        return failing;
    }

    /** Whether it is one of those that fail. */
    boolean fails(State state) {
        return failing.stream()
                .anyMatch(failure ->
                        failure.number() == state.number() && state.harm().compareTo(failure.harm()) <= 0);
    }

    /** In no order. */
    List<Group> groups() {
        Graph<State, DefaultEdge> spreading = new DefaultDirectedGraph<>(DefaultEdge.class);
        candidates().forEach(spreading::addVertex);
        for (State state : Set.copyOf(spreading.vertexSet())) {
            causes(state, cause -> {
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
        failing.stream()
                .flatMap(failure -> ways(failure).stream())
                .forEach(state -> behind.put(state, failing.size() + 1));
        return behind.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** It fails at least so: who is degraded for all that is seen may be unwell. */
    private List<State> ways(State failure) {
        return EnumSet.range(Harm.MISSING, failure.harm()).stream()
                .filter(harm -> harm == failure.harm() || feasible(failure.number(), harm))
                .map(harm -> new State(failure.number(), harm))
                .toList();
    }

    private Set<State> behind(State failure) {
        Map<State, Boolean> met = new HashMap<>();
        Deque<State> next = new ArrayDeque<>(ways(failure));
        next.forEach(state -> met.put(state, true));
        while (!next.isEmpty() && met.size() < MOST) {
            causes(next.remove(), cause -> {
                if (met.putIfAbsent(cause, true) == null) {
                    next.add(cause);
                }
            });
        }
        return met.keySet();
    }

    /** What may directly have made a resource fail so. */
    private void causes(State effect, Consumer<State> found) {
        if (effect.number() < wiring.bound()) {
            wiring.in(effect.number(), (type, other) -> causes(effect, type, Direction.FORTH, other, found));
            wiring.out(effect.number(), (type, other) -> causes(effect, type, Direction.BACK, other, found));
        }
        if (effect.harm() == Harm.MISSING) {
            members.wholes(ref(effect))
                    .map(HarmWalk.Part::ref)
                    .filter(this::mayBeGone)
                    .forEach(whole -> found.accept(new State(number(whole), Harm.MISSING)));
        }
    }

    private void causes(State effect, Relation.Type type, Direction way, int other, Consumer<State> found) {
        for (Propagation row : Propagation.by(type)) {
            boolean leads = row.effect() == effect.harm() || (row.worseTogether() && effect.harm() == Harm.UNWELL);
            if (row.way() == way && leads && feasible(other, row.cause()) && needs.carry(row, other, effect.number())) {
                found.accept(new State(other, row.cause()));
            }
        }
    }

    /** A whole of which a part is there is there too. */
    private boolean mayBeGone(ResourceRef whole) {
        return world.presence(whole) != Presence.PRESENT
                && members.parts(whole).findAny().isEmpty();
    }

    private int number(ResourceRef whole) {
        OptionalInt known = wiring.number(whole);
        if (known.isPresent()) {
            return known.getAsInt();
        }
        if (!unrelated.contains(whole)) {
            unrelated.add(whole);
        }
        return wiring.bound() + unrelated.indexOf(whole);
    }

    private BitSet explained(Set<State> members) {
        BitSet explained = new BitSet();
        for (State member : members) {
            HarmWalk walk = new HarmWalk(wiring, this::feasible, HarmWalk.Wholes.NONE, needs, MOST);
            Reached reached = walk.from(starts(member), member.harm());
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

    /** What goes with a whole that is gone, which only others tell of; else the resource itself. */
    private IntStream starts(State state) {
        ResourceRef ref = ref(state);
        IntStream parts = state.harm() == Harm.MISSING && ref.kind().equals(Kind.NAMESPACE)
                ? IntStream.range(0, wiring.bound())
                        .filter(number -> wiring.used(number) && !wiring.present(number))
                        .filter(number -> wiring.ref(number).namespace().equals(ref.name()))
                : IntStream.empty();
        return state.number() < wiring.bound() ? IntStream.concat(IntStream.of(state.number()), parts) : parts;
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
        return world.presence(ref(state));
    }

    ResourceRef ref(State state) {
        return state.number() < wiring.bound()
                ? wiring.ref(state.number())
                : unrelated.get(state.number() - wiring.bound());
    }
}
