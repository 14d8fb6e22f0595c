package io.kubilitics.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.world.World;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {

    private static final String[] SHOP = {
        "Deployment/cart OWNS ReplicaSet/cart-1",
        "ReplicaSet/cart-1 OWNS Pod/a",
        "ReplicaSet/cart-1 OWNS Pod/b",
        "Pod/a SCHEDULED_ON Node/n1",
        "Pod/b SCHEDULED_ON Node/n2",
        "Pod/a READS Secret/s",
        "Pod/b READS Secret/s",
        "Service/cart SELECTS Pod/a",
        "Service/cart SELECTS Pod/b",
        "Ingress/front ROUTES_TO Service/cart",
        "PodDisruptionBudget/p LIMITS_DISRUPTION Pod/a"
    };

    @Test
    void aNodeHarmsItsPodsAndThoseWhoCountOnThemALittle() {
        BlastRadius radius = BlastRadius.of(Sketch.of(SHOP), Sketch.ref("Node/n1"), Harm.UNWELL);

        assertThat(radius.sorted())
                .extracting(Affected::toString)
                .containsExactly(
                        "Pod shop/a: unwell; it runs on that node (Node shop/n1)",
                        "ReplicaSet shop/cart-1: degraded; it counts on what it made (Pod shop/a)",
                        "Service shop/cart: degraded; it sends its traffic there (Pod shop/a)",
                        "Deployment shop/cart: degraded; it counts on what it made (ReplicaSet shop/cart-1)",
                        "Ingress shop/front: degraded; it sends its traffic there (Service shop/cart)");
        assertThat(radius.affected()).extracting(Affected::hop).containsExactly(1, 2, 2, 3, 3);
    }

    @Test
    void withAllItCountsOnHarmedAServiceDoesNotServe() {
        BlastRadius radius = BlastRadius.of(Sketch.of(SHOP), Sketch.ref("Secret/s"), Harm.MISSING);

        assertThat(radius.of(Sketch.ref("Service/cart")).orElseThrow().harm()).isEqualTo(Harm.UNWELL);
        assertThat(radius.of(Sketch.ref("Ingress/front")).orElseThrow().harm()).isEqualTo(Harm.UNWELL);
        assertThat(radius.of(Sketch.ref("Deployment/cart")).orElseThrow().harm())
                .isEqualTo(Harm.UNWELL);
        assertThat(radius.of(Sketch.ref("Ingress/front")).orElseThrow().path())
                .extracting(Affected::ref)
                .containsExactly(
                        Sketch.ref("Secret/s"),
                        Sketch.ref("Pod/b"),
                        Sketch.ref("Service/cart"),
                        Sketch.ref("Ingress/front"));
    }

    @Test
    void whoSendsToSeveralIsDownOnlyWhenAllAre() {
        World world = Sketch.of(
                "Ingress/both ROUTES_TO Service/a",
                "Ingress/both ROUTES_TO Service/b",
                "Ingress/one ROUTES_TO Service/a",
                "Service/a SELECTS Pod/p",
                "Service/b SELECTS Pod/p");

        BlastRadius radius = BlastRadius.of(world, Sketch.ref("Service/a"), Harm.MISSING);
        assertThat(radius.of(Sketch.ref("Ingress/both")).orElseThrow().harm()).isEqualTo(Harm.DEGRADED);
        assertThat(radius.of(Sketch.ref("Ingress/one")).orElseThrow().harm()).isEqualTo(Harm.UNWELL);
        assertThat(BlastRadius.of(world, Sketch.ref("Pod/p"), Harm.UNWELL)
                        .of(Sketch.ref("Ingress/both"))
                        .orElseThrow()
                        .harm())
                .isEqualTo(Harm.UNWELL);
    }

    @Test
    void whatIsTakenAwayTakesAllItOwnsWithIt() {
        BlastRadius radius = BlastRadius.of(Sketch.of(SHOP), Sketch.ref("Deployment/cart"), Harm.MISSING);

        assertThat(radius.of(Sketch.ref("Pod/a")).orElseThrow().harm()).isEqualTo(Harm.MISSING);
        assertThat(radius.of(Sketch.ref("Node/n1"))).isEmpty();
        assertThat(radius.of(Sketch.ref("PodDisruptionBudget/p"))).isEmpty();
    }

    @Test
    void aServiceTakesThePartOfTheApiDownThatItAnswersForAndNotTheOtherWayRound() {
        World world = Sketch.of("Service/numbers SERVES_API APIService/v1.numbers");

        assertThat(BlastRadius.of(world, Sketch.ref("Service/numbers"), Harm.UNWELL)
                        .affected())
                .extracting(Affected::ref)
                .containsExactly(Sketch.ref("APIService/v1.numbers"));
        assertThat(BlastRadius.of(world, Sketch.ref("APIService/v1.numbers"), Harm.UNWELL)
                        .affected())
                .isEmpty();
    }

    @Test
    void circlesAreGoneRoundOnceAndTheStartIsNotItsOwnVictim() {
        World world = Sketch.of("App/a DEPENDS_ON App/b", "App/b DEPENDS_ON App/c", "App/c DEPENDS_ON App/a");

        assertThat(BlastRadius.of(world, Sketch.ref("App/a"), Harm.UNWELL).affected())
                .extracting(Affected::ref)
                .containsExactly(Sketch.ref("App/c"), Sketch.ref("App/b"));
    }

    @Test
    void moreThanWasAskedForIsCutAndSaid() {
        BlastRadius radius = BlastRadius.of(Sketch.of(SHOP), Sketch.ref("Secret/s"), Harm.MISSING, 3);

        assertThat(radius.cut()).isTrue();
        assertThat(radius.affected()).hasSize(3);
        assertThat(BlastRadius.of(Sketch.of(SHOP), Sketch.ref("Node/unheard"), Harm.UNWELL)
                        .affected())
                .isEmpty();
    }
}
