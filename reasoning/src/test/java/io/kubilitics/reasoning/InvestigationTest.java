package io.kubilitics.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.evidence.SceneToolbox;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvestigationTest {

    private static final String SMALL =
            "{'name': 'app', 'image': 'cart:1', 'resources': {'limits': {'memory': '16Mi'}}}";
    private static final String LARGE =
            "{'name': 'app', 'image': 'cart:1', 'resources': {'limits': {'memory': '64Mi'}}}";
    private static final String KILLED =
            "'restartCount': 2, 'state': {'waiting': {'reason': 'CrashLoopBackOff'}}, 'lastState': "
                    + "{'terminated': {'reason': 'OOMKilled', 'exitCode': 137, 'finishedAt': '2026-11-21T10:%sZ'}}";

    private static Shop killedAfterALoweredLimit() {
        return new Shop()
                .revision(1, "10:00:00", LARGE)
                .revision(2, "10:05:00", SMALL)
                .pod("cart-2-a", 2, SMALL, KILLED.formatted("06:00"))
                .listed();
    }

    @Test
    void atLeastThreeCausesCompeteForASymptom() {
        assertThat(killedAfterALoweredLimit().investigate().get(1))
                .asInstanceOf(type(Step.Supposed.class))
                .satisfies(supposed -> assertThat(supposed.hypotheses())
                        .extracting(Hypothesis::cause)
                        .contains(
                                "memory-limit-lowered", "memory-limit-too-small", "nothing-wrong", "something-unseen"));
    }

    @Test
    void aChangeFlipsTheRankingBetweenCausesThatShareASymptom() {
        assertThat(causes(killedAfterALoweredLimit())).containsExactly("memory-limit-lowered");

        Shop neverChanged = new Shop()
                .revision(1, "10:00:00", SMALL)
                .pod("cart-1-a", 1, SMALL, KILLED.formatted("06:00"))
                .listed();
        assertThat(causes(neverChanged)).containsExactly("memory-limit-too-small");
    }

    @Test
    void aChangeAfterTheSymptomIsNoCauseOfIt() {
        Shop loweredLater = new Shop()
                .revision(1, "10:00:00", LARGE)
                .revision(2, "10:07:00", SMALL)
                .pod("cart-1-a", 1, LARGE, KILLED.formatted("06:00"))
                .listed();

        assertThat(causes(loweredLater)).containsExactly("memory-limit-too-small");
    }

    @Test
    void manyPodsOfOneWorkloadAreOneCause() {
        Shop shop = new Shop()
                .revision(1, "10:00:00", LARGE)
                .revision(2, "10:05:00", SMALL)
                .listed();
        IntStream.range(0, 50).forEach(i -> shop.pod("cart-2-" + i, 2, SMALL, KILLED.formatted("06:00")));

        assertThat(shop.verdict()).asInstanceOf(type(Verdict.Diagnosed.class)).satisfies(diagnosed -> {
            assertThat(diagnosed.causes())
                    .singleElement()
                    .satisfies(one -> assertThat(one.explains()).hasSize(50));
            assertThat(diagnosed.unexplained()).isEmpty();
        });
    }

    @Test
    void anInvestigationCanStopAnywhereAndGoOn() {
        List<Step> whole = killedAfterALoweredLimit().investigate();
        Investigation investigation = new Investigation(Catalogue.full());

        for (int length = 1; length < whole.size(); length++) {
            Move again = investigation.next(whole.subList(0, length));
            assertThat(again).isEqualTo(investigation.next(List.copyOf(whole.subList(0, length))));
        }
        Investigator withoutEyes = new Investigator(
                Catalogue.full(), new SceneToolbox(Scene.live(World.empty(), LogSource.none(), Shop.NOW)));
        assertThat(withoutEyes.resume(whole.subList(0, whole.size() - 1))).isEqualTo(whole);
    }

    @Test
    void withoutSymptomsTheShopIsHealthyOnlyIfEverythingCanBeSeen() {
        assertThat(new Shop().listed().verdict()).isInstanceOf(Verdict.Healthy.class);
        assertThat(new Shop().listed(Kind.POD).verdict())
                .asInstanceOf(type(Verdict.Inconclusive.class))
                .satisfies(unknown -> assertThat(unknown.decides()).contains("Pods are not visible"));
    }

    @Test
    void anEmptiedCatalogueKnowsNothing() {
        assertThat(Shop.verdict(killedAfterALoweredLimit().investigate(new Catalogue(List.of()))))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    private static List<String> causes(Shop shop) {
        return ((Verdict.Diagnosed) shop.verdict())
                .causes().stream().map(Diagnosis::cause).toList();
    }
}
