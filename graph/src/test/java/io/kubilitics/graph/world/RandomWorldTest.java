package io.kubilitics.graph.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random changes, checked against the naive twin after each. */
class RandomWorldTest {

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void relationsAreThoseThatFollowFromWhatWasSeenLast(int seed) {
        RandomTown town = new RandomTown(seed);
        Naive twin = new Naive(List.of());
        World world = World.empty();
        for (int step = 0; step < 250; step++) {
            Observation observation = town.next();
            World next = world.apply(observation);
            twin.apply(observation);

            assertThat(next == world || next.version() == world.version() + 1).isTrue();
            assertThat(WorldInvariants.relations(next.graph()))
                    .as("after step %s of seed %s: %s", step, seed, observation)
                    .isEqualTo(twin.relations().keySet());
            assertThat(WorldInvariants.seen(next.graph())).containsExactlyInAnyOrderElementsOf(twin.resources());
            assertThat(next.apply(observation)).isSameAs(next);
            if (step % 50 == 0) {
                WorldInvariants.check(next);
            }
            world = next;
        }
        WorldInvariants.check(world);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderBetweenResourcesMakesNoDifference(int seed) {
        RandomTown town = new RandomTown(seed);
        List<Observation> told =
                IntStream.range(0, 200).mapToObj(_ -> town.next()).toList();
        World world = World.empty().applyAll(told);

        World other = World.empty().applyAll(shuffledBetweenResources(told, new Random(seed)));

        assertThat(WorldInvariants.seen(other.graph()))
                .containsExactlyInAnyOrderElementsOf(WorldInvariants.seen(world.graph()));
        assertThat(WorldInvariants.relations(other.graph())).isEqualTo(WorldInvariants.relations(world.graph()));
    }

    /** What is told of one resource stays in order, with some of it told twice. */
    private static List<Observation> shuffledBetweenResources(List<Observation> told, Random random) {
        Map<ResourceRef, List<Observation>> byResource = new HashMap<>();
        told.forEach(each ->
                byResource.computeIfAbsent(ref(each), _ -> new ArrayList<>()).add(each));
        List<ResourceRef> turns = new ArrayList<>();
        byResource.forEach((ref, all) -> turns.addAll(Collections.nCopies(all.size(), ref)));
        Collections.shuffle(turns, random);
        List<Observation> shuffled = new ArrayList<>();
        for (ResourceRef turn : turns) {
            Observation next = byResource.getOrDefault(turn, List.of()).removeFirst();
            shuffled.addAll(Collections.nCopies(1 + random.nextInt(2), next));
        }
        return shuffled;
    }

    private static ResourceRef ref(Observation observation) {
        return observation instanceof Seen seen ? seen.resource().ref() : ((Observation.Gone) observation).ref();
    }

    @Test
    void whenAllIsGoneNothingIsLeft() {
        RandomTown town = new RandomTown(7);
        World world = World.empty();
        for (int step = 0; step < 300; step++) {
            world = world.apply(town.next());
        }
        for (Seen seen : WorldInvariants.seen(world.graph())) {
            world = world.apply(new Observation.Gone(seen.resource().ref()));
        }
        assertThat(world.graph().ids()).isEmpty();
        assertThat(world.graph().repeated()).isEmpty();
        assertThat(world.index().present()).isEmpty();
        assertThat(world.index().marked()).isEmpty();
        assertThat(world.index().selecting()).isEmpty();
        assertThat(world.index().choosing()).isEmpty();
    }
}
