package io.kubilitics.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.CommonCause.Cause;
import io.kubilitics.graph.query.CommonCause.Suspect;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommonCauseTest {

    @Test
    void aMissingSecretExplainsAllWhoReadIt() {
        World world = Sketch.of(
                "Pod/a READS Secret/s",
                "Pod/b READS Secret/s",
                "Pod/c READS Secret/s",
                "Pod/a SCHEDULED_ON Node/n",
                "Pod/b SCHEDULED_ON Node/n",
                "Pod/c SCHEDULED_ON Node/m",
                "Node/n",
                "Node/m");

        List<Cause> causes =
                CommonCause.of(world, unwell("Pod/a", "Pod/b", "Pod/c")).causes();

        assertThat(causes).singleElement().satisfies(cause -> {
            assertThat(cause.explains()).hasSize(3);
            assertThat(cause.suspects()).singleElement().satisfies(suspect -> {
                assertThat(suspect.members()).containsExactly(Sketch.ref("Secret/s"));
                assertThat(suspect.harm()).isEqualTo(Harm.MISSING);
                assertThat(suspect.known()).isTrue();
            });
        });
    }

    @Test
    void whatCannotBeToldApartIsToldTogether() {
        World world = Sketch.of(
                "Pod/a SCHEDULED_ON Node/n",
                "Pod/b SCHEDULED_ON Node/n",
                "Pod/a USES_ACCOUNT ServiceAccount/x",
                "Pod/b USES_ACCOUNT ServiceAccount/x",
                "Node/n",
                "ServiceAccount/x");

        assertThat(CommonCause.of(world, unwell("Pod/a", "Pod/b")).causes())
                .singleElement()
                .satisfies(cause -> assertThat(cause.suspects())
                        .extracting(suspect -> suspect.members().first())
                        .containsExactly(Sketch.ref("Node/n"), Sketch.ref("ServiceAccount/x")));
    }

    @Test
    void failuresWithNothingInCommonStandForThemselves() {
        World world = Sketch.of("Pod/a", "Pod/b SCHEDULED_ON Node/n", "Node/n");

        assertThat(CommonCause.of(world, unwell("Pod/a", "Pod/b")).causes())
                .flatExtracting(Cause::suspects)
                .extracting(suspect -> suspect.members().first())
                .containsExactlyInAnyOrder(Sketch.ref("Pod/a"), Sketch.ref("Pod/b"));
    }

    @Test
    void thoseInACircleAreOneSuspect() {
        World world = Sketch.of(
                "App/a DEPENDS_ON App/b", "App/b DEPENDS_ON App/a", "App/x DEPENDS_ON App/a", "App/y DEPENDS_ON App/b");

        List<Suspect> suspects = CommonCause.of(world, unwell("App/x", "App/y"))
                .causes()
                .getFirst()
                .suspects();

        assertThat(suspects)
                .singleElement()
                .satisfies(suspect ->
                        assertThat(suspect.members()).containsExactly(Sketch.ref("App/a"), Sketch.ref("App/b")));
    }

    @Test
    void onePodOfSeveralDoesNotExplainAServiceThatIsDown() {
        World world = Sketch.of("Service/s SELECTS Pod/a", "Service/s SELECTS Pod/b", "Pod/a", "Pod/b");

        assertThat(CommonCause.of(world, unwell("Service/s", "Pod/a")).causes()).hasSize(2);
        Map<ResourceRef, Harm> degraded = new HashMap<>(unwell("Pod/a"));
        degraded.put(Sketch.ref("Service/s"), Harm.DEGRADED);
        assertThat(CommonCause.of(world, degraded).causes())
                .singleElement()
                .satisfies(cause ->
                        assertThat(cause.suspects().getFirst().members()).containsExactly(Sketch.ref("Pod/a")));
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    /** Every resource in every way it can fail, every choice of them, by what the blast radius says. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noFewerResourcesExplainIt(int seed) {
        Random random = new Random(seed);
        World world = town(random);
        Map<ResourceRef, Harm> failing = new TreeMap<>();
        IntStream.range(0, 4).forEach(_ -> failing.put(Sketch.ref("Pod/p" + random.nextInt(5)), Harm.UNWELL));

        List<Cause> causes = CommonCause.of(world, failing).causes();

        Set<ResourceRef> explained = new HashSet<>();
        causes.forEach(cause -> explained.addAll(cause.explains()));
        assertThat(explained).isEqualTo(failing.keySet());
        assertThat(causes).hasSize(fewest(reaches(world, failing.keySet()), failing.keySet()));
    }

    private static World town(Random random) {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, 5).forEach(pod -> lines.add("Pod/p" + pod));
        IntStream.range(0, 2).forEach(node -> lines.add("Node/n" + node));
        for (int i = 0; i < 9; i++) {
            lines.add("Pod/p%d READS Secret/s%d".formatted(random.nextInt(5), random.nextInt(3)));
            lines.add("Pod/p%d SCHEDULED_ON Node/n%d".formatted(random.nextInt(5), random.nextInt(2)));
            lines.add("Pod/p%d DEPENDS_ON Pod/p%d".formatted(random.nextInt(5), random.nextInt(5)));
        }
        return Sketch.of(lines.stream().limit(7 + random.nextInt(20)).toArray(String[]::new));
    }

    private static List<Set<ResourceRef>> reaches(World world, Set<ResourceRef> failing) {
        List<Set<ResourceRef>> reaches = new ArrayList<>();
        for (ResourceRef ref : new WorldGraph(world).vertexSet()) {
            Harm harm = world.presence(ref) == Presence.ABSENT ? Harm.MISSING : Harm.UNWELL;
            Set<ResourceRef> reach = new HashSet<>(Set.of(ref));
            BlastRadius.of(world, ref, harm).affected().stream()
                    .filter(affected -> affected.harm() == Harm.UNWELL)
                    .forEach(affected -> reach.add(affected.ref()));
            reach.retainAll(failing);
            reaches.add(reach);
        }
        return reaches;
    }

    private static int fewest(List<Set<ResourceRef>> reaches, Set<ResourceRef> failing) {
        return IntStream.range(0, 1 << reaches.size())
                .filter(choice -> {
                    Set<ResourceRef> all = new HashSet<>();
                    for (int i = 0; i < reaches.size(); i++) {
                        if ((choice >> i & 1) == 1) {
                            all.addAll(reaches.get(i));
                        }
                    }
                    return all.equals(failing);
                })
                .map(Integer::bitCount)
                .min()
                .orElseThrow();
    }

    private static Map<ResourceRef, Harm> unwell(String... refs) {
        Map<ResourceRef, Harm> failing = new HashMap<>();
        for (String ref : refs) {
            failing.put(Sketch.ref(ref), Harm.UNWELL);
        }
        return failing;
    }
}
