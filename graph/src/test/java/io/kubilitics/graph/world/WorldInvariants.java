package io.kubilitics.graph.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.persistent.IntSet;
import io.kubilitics.graph.select.Mark;
import io.kubilitics.graph.world.Observation.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What holds for every world, whatever was done to it. As a JUnit extension it is loaded for all tests of this module (see
 * {@code META-INF/services}) and hears of every world that is made. After each test it checks the last one and some of the others:
 * a test may make a hundred thousand.
 */
public final class WorldInvariants implements BeforeAllCallback, AfterEachCallback {

    private static final int MOST = 8;

    private static final List<World> SOME = new ArrayList<>();
    private static @Nullable World last;
    private static int made;
    private static int checked;

    @Override
    public void beforeAll(ExtensionContext tests) {
        Births.listen(WorldInvariants::hear);
    }

    /** Each world is as likely to be kept as any other, and the same ones are when a test is run again. */
    private static synchronized void hear(World world) {
        made++;
        last = world;
        if (SOME.size() < MOST) {
            SOME.add(world);
        } else {
            int place = new Random(made).nextInt(made);
            if (place < MOST) {
                SOME.set(place, world);
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        checkHeard();
    }

    static void checkHeard() {
        worlds().forEach(WorldInvariants::check);
    }

    private static synchronized Set<World> worlds() {
        Set<World> worlds = new LinkedHashSet<>(SOME);
        Optional.ofNullable(last).ifPresent(worlds::add);
        SOME.clear();
        last = null;
        made = 0;
        checked += worlds.size();
        return worlds;
    }

    /** How many worlds were checked after tests so far. */
    static synchronized int checked() {
        return checked;
    }

    public static void check(World world) {
        numbers(world.graph());
        bothEnds(world.graph());
        Naive twin = new Naive(seen(world.graph()));
        Map<Relation, Integer> relations = twin.relations();
        assertThat(relations(world.graph())).isEqualTo(relations.keySet());
        assertThat(repeated(world.graph())).isEqualTo(repeated(relations));
        index(world);
        rebuilt(world);
    }

    /** Every number below the bound is either free or names a resource that is there or referred to. */
    private static void numbers(Graph graph) {
        for (int id = 0; id < graph.bound(); id++) {
            Vertex vertex = graph.vertices().get(id);
            assertThat(graph.free().contains(id)).isEqualTo(vertex == null);
            if (vertex != null) {
                assertThat(vertex.loose())
                        .as("%s is held by nothing", vertex.ref())
                        .isFalse();
                assertThat(graph.ids().get(vertex.ref()).get()).isEqualTo(id);
            }
        }
        assertThat(graph.ids().size()).isEqualTo(graph.bound() - graph.free().size());
    }

    private static void bothEnds(Graph graph) {
        for (int id : used(graph)) {
            Vertex vertex = graph.at(id);
            vertex.out()
                    .forEach(end -> assertThat(graph.at(End.vertex(end)).in().contains(End.of(End.type(end), id)))
                            .isTrue());
            vertex.in()
                    .forEach(end -> assertThat(graph.at(End.vertex(end)).out().contains(End.of(End.type(end), id)))
                            .isTrue());
        }
    }

    private static void index(World world) {
        Map<Index.Spot, Set<Integer>> marked = new HashMap<>();
        Set<Integer> present = new HashSet<>();
        for (int id : used(world.graph())) {
            Vertex vertex = world.graph().at(id);
            Map<String, String> labels = vertex.labels();
            if (labels != null) {
                ResourceRef ref = vertex.ref();
                present.add(id);
                Mark.of(labels)
                        .filter(mark -> !mark.equals(Mark.ANY))
                        .map(mark -> new Index.Spot(ref.kind(), ref.namespace(), mark))
                        .forEach(spot -> marked.computeIfAbsent(spot, _ -> new HashSet<>())
                                .add(id));
            }
        }
        Map<Index.Spot, Set<Integer>> found = new HashMap<>();
        world.index().marked().forEach((spot, ids) -> found.put(spot, set(ids)));
        assertThat(found).isEqualTo(marked);
        Set<Integer> listed = new HashSet<>();
        world.index().present().values().forEach(each -> each.values().forEach(ids -> listed.addAll(set(ids))));
        assertThat(listed).isEqualTo(present);
    }

    /** The same resources, told in another order to an empty world. */
    private static void rebuilt(World world) {
        List<Observation> told = new ArrayList<>(seen(world.graph()));
        Collections.shuffle(told, new Random(world.version()));
        World rebuilt = World.empty().applyAll(told);
        assertThat(seen(rebuilt.graph())).containsExactlyInAnyOrderElementsOf(seen(world.graph()));
        assertThat(relations(rebuilt.graph())).isEqualTo(relations(world.graph()));
        assertThat(rebuilt.graph().ids().keySet()).isEqualTo(world.graph().ids().keySet());
    }

    private static List<Integer> used(Graph graph) {
        return graph.ids().valuesIterator().toJavaList();
    }

    static List<Seen> seen(Graph graph) {
        return used(graph).stream()
                .map(id -> graph.at(id).seen())
                .filter(Objects::nonNull)
                .toList();
    }

    static Set<Relation> relations(Graph graph) {
        Set<Relation> all = new HashSet<>();
        for (int id : used(graph)) {
            Vertex from = graph.at(id);
            from.out()
                    .forEach(end -> all.add(new Relation(
                            End.type(end), from.ref(), graph.at(End.vertex(end)).ref())));
        }
        return all;
    }

    private static Map<Relation, Integer> repeated(Graph graph) {
        Map<Relation, Integer> found = new HashMap<>();
        graph.repeated()
                .forEach((edge, times) -> found.put(
                        new Relation(
                                End.type((int) (long) edge),
                                graph.at((int) (edge >>> 32)).ref(),
                                graph.at(End.vertex((int) (long) edge)).ref()),
                        times));
        return found;
    }

    private static Map<Relation, Integer> repeated(Map<Relation, Integer> relations) {
        Map<Relation, Integer> repeated = new HashMap<>(relations);
        repeated.values().removeIf(times -> times == 1);
        return repeated;
    }

    private static Set<Integer> set(IntSet ids) {
        return new HashSet<>(ids.stream().boxed().toList());
    }
}
