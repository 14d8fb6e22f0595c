package io.kubilitics.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.cause.Ruling;
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
                        .contains("oom-killed", "nothing-wrong", "something-unseen"));
    }

    @Test
    void aChangeMakesACauseSurerAndItsRemedyKnown() {
        assertThat(ruling(killedAfterALoweredLimit())).satisfies(found -> {
            assertThat(found.confidence()).isEqualTo(Confidence.STRONG);
            assertThat(found.remedy()).isPresent();
        });

        Shop neverChanged = new Shop()
                .revision(1, "10:00:00", SMALL)
                .pod("cart-1-a", 1, SMALL, KILLED.formatted("06:00"))
                .listed();
        assertThat(ruling(neverChanged)).satisfies(found -> {
            assertThat(found.confidence()).isEqualTo(Confidence.LIKELY);
            assertThat(found.remedy()).isEmpty();
        });
    }

    @Test
    void aChangeAfterTheSymptomIsNoCauseOfIt() {
        Shop loweredLater = new Shop()
                .revision(1, "10:00:00", LARGE)
                .revision(2, "10:07:00", SMALL)
                .pod("cart-1-a", 1, LARGE, KILLED.formatted("06:00"))
                .listed();

        assertThat(ruling(loweredLater).confidence()).isEqualTo(Confidence.LIKELY);
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

    private static Ruling.Confirmed ruling(Shop shop) {
        Diagnosis only = ((Verdict.Diagnosed) shop.verdict()).causes().getFirst();
        assertThat(only.cause()).isEqualTo("oom-killed");
        return only.ruling();
    }
}
