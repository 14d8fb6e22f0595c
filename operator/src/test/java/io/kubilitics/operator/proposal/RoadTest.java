package io.kubilitics.operator.proposal;

import static io.kubilitics.graph.world.Observation.EVERYWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.crds.proposal.Decision;
import io.kubilitics.crds.proposal.Expectation;
import io.kubilitics.crds.proposal.status.Judgement;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.Verification;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.Observation.Listed;
import io.kubilitics.graph.world.Observation.Refused;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoadTest {

    private final TestTown town = new TestTown(
            Expectation.symptomGone("image-not-pulled", TestTown.cart()), Expectation.workloadReady(TestTown.cart()));
    private final Road road = town.road("body-1");

    @BeforeEach
    void anImageThatCannotBePulled() {
        town.deployment(0);
        town.brokenPod("cart-a", "ImagePullBackOff");
    }

    private void awaitingApproval() {
        town.walk(road, Phase.AWAITING_APPROVAL);
    }

    private void approved() {
        awaitingApproval();
        town.approve();
        town.walk(road, Phase.APPROVED);
    }

    private void verifying() {
        approved();
        town.walk(road, Phase.VERIFYING);
    }

    private void mended() {
        town.gone("cart-a");
        town.deployment(1);
    }

    @Test
    void fromAskedForToHelped() {
        verifying();
        assertThat(town.image).isEqualTo("cart:1");
        mended();

        town.walk(road, Phase.SUCCEEDED);

        assertThat(town.writes).isEqualTo(1);
        assertThat(town.told)
                .containsSubsequence("DryRunAllowed", "RulesAllow", "Approved", "Claimed", "Written", "Helped");
        Verification verification = Objects.requireNonNull(town.status().verification());
        assertThat(verification.symptomsBefore())
                .containsExactly("Deployment shop/cart: image-not-pulled (container app)");
        assertThat(verification.symptomsAfter()).isEmpty();
        assertThat(road.step(town.read())).as("a finished one rests").isEmpty();
    }

    @Test
    void thePlanIsShownBeforeAnybodyDecides() {
        awaitingApproval();

        assertThat(Objects.requireNonNull(town.status().impact()).summary())
                .isEqualTo("Deployment shop/cart changed, 1 pod touched");
        assertThat(town.status().impact().assumptions())
                .singleElement()
                .asString()
                .startsWith("the rollout of Deployment shop/cart comes to its end");
        assertThat(Objects.requireNonNull(town.status().dryRun()).diff()).hasSize(1);
        assertThat(town.status().inverse()).hasSize(1);
        assertThat(town.status().judgements())
                .containsExactly(new Judgement("protected-namespaces", Judgement.Answer.ALLOWED, null));
        assertThat(town.writes).isZero();
    }

    @Test
    void nobodyDecidesForDaysAndNothingIsWritten() {
        awaitingApproval();
        town.now = town.now.plus(Duration.ofHours(2));

        town.walk(road, Phase.EXPIRED);

        assertThat(town.writes).isZero();
    }

    @Test
    void oneRejectionEndsItEvenAfterAnApproval() {
        approved();
        town.decide("ben", Decision.Verdict.REJECT, town.status().planHash());

        town.walk(road, Phase.REJECTED);

        assertThat(town.writes).isZero();
    }

    @Test
    void theOneWhoAskedDoesNotCount() {
        awaitingApproval();
        town.decide("operator", Decision.Verdict.APPROVE, town.status().planHash());

        road.step(town.read());

        assertThat(town.phase()).isEqualTo(Phase.AWAITING_APPROVAL);
        assertThat(town.told).contains("ApproverLacksRight");
    }

    @Test
    void whoCouldNotDoItHimselfDoesNotCount() {
        awaitingApproval();
        town.refusal = Optional.of("may not patch it");
        town.approve();

        road.step(town.read());

        assertThat(town.phase()).isEqualTo(Phase.AWAITING_APPROVAL);
        assertThat(town.status().conditions().getLast().message()).startsWith("ann may not patch it");
    }

    @Test
    void aRightThatWasLostSinceCountsNoMore() {
        approved();
        town.refusal = Optional.of("may not patch it");

        road.step(town.read());

        assertThat(town.phase()).isEqualTo(Phase.AWAITING_APPROVAL);
        assertThat(town.writes).isZero();
    }

    @Test
    void whoeverDeletesItEndsIt() {
        approved();
        town.proposal.getMetadata().setDeletionTimestamp("2026-11-21T10:01:00Z");

        assertThat(road.step(town.read())).isEmpty();

        assertThat(town.phase()).isEqualTo(Phase.APPROVED);
        assertThat(town.writes).isZero();
    }

    @Test
    void anApprovalOfAnotherPlanDoesNotCount() {
        awaitingApproval();
        town.decide("ann", Decision.Verdict.APPROVE, "0".repeat(64));

        road.step(town.read());

        assertThat(town.phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    }

    @Test
    void aPlanThatChangedAfterTheApprovalIsShownAnewAndNotWritten() {
        approved();
        town.image = "cart:3";

        town.walk(road, Phase.STALE);
        awaitingApproval();
        road.step(town.read());

        assertThat(town.phase()).isEqualTo(Phase.AWAITING_APPROVAL);
        assertThat(town.writes).isZero();
    }

    @Test
    void aPodThatWasReplacedMeanwhileLeavesThePlanAsItIs() {
        approved();
        town.gone("cart-a");
        town.brokenPod("cart-b", "ImagePullBackOff");

        town.walk(road, Phase.VERIFYING);
    }

    @Test
    void whatWasMendedByHandIsOver() {
        awaitingApproval();
        town.rehearsal = Optional.of(new Rehearsal.Outdated("the image is cart:1 already"));

        town.walk(road, Phase.EXPIRED);

        assertThat(town.told).contains("Outdated");
    }

    @Test
    void aRefusedDryRunBlocksUntilItIsAllowed() {
        town.rehearsal = Optional.of(new Rehearsal.Refused("quota"));
        town.walk(road, Phase.BLOCKED);
        int told = town.told.size();
        road.step(town.read());
        assertThat(town.told).as("said once").hasSize(told);

        town.rehearsal = Optional.empty();

        town.walk(road, Phase.AWAITING_APPROVAL);
    }

    @Test
    void withoutItsSafeguardsNothingIsWritten() {
        approved();
        town.brokenSafeguard = Optional.of("a policy is gone");
        for (int i = 0; i < 5; i++) {
            road.step(town.read());
        }
        assertThat(town.phase()).isEqualTo(Phase.APPROVED);
        assertThat(town.writes).isZero();

        town.brokenSafeguard = Optional.empty();

        town.walk(road, Phase.VERIFYING);
    }

    @Test
    void anOldCopyOfAProposalDoesNoHarm() {
        approved();
        var old = town.read();
        town.walk(road, Phase.VERIFYING);

        town.road("body-2").step(old);

        assertThat(town.phase()).isEqualTo(Phase.VERIFYING);
        assertThat(town.writes).isEqualTo(1);
    }

    @Test
    void itIsNotSureBeforeItHeldForAWhile() {
        verifying();
        mended();
        road.step(town.read());
        town.now = town.now.plusSeconds(5);
        road.step(town.read());
        assertThat(town.phase()).isEqualTo(Phase.VERIFYING);
        town.brokenPod("cart-c", "ImagePullBackOff");
        road.step(town.read());
        town.now = town.now.plusSeconds(6);
        town.gone("cart-c");

        road.step(town.read());
        road.step(town.read());

        assertThat(town.phase()).as("it began anew").isEqualTo(Phase.VERIFYING);
        town.now = town.now.plusSeconds(11);
        road.step(town.read());
        assertThat(town.phase()).isEqualTo(Phase.SUCCEEDED);
    }

    @Test
    void aWorldThatHasNotSeenTheWriteProvesNothing() {
        approved();
        town.gone("cart-a");
        town.deployment(1);
        town.walk(road, Phase.VERIFYING);

        town.now = town.now.plusSeconds(60);
        road.step(town.read());
        assertThat(town.phase()).isEqualTo(Phase.VERIFYING);
        town.now = town.now.plusSeconds(300);
        road.step(town.read());

        assertThat(town.phase()).isEqualTo(Phase.UNVERIFIED);
    }

    @Test
    void whoSeesOneNamespaceAloneCanTellWhetherItHelpedThere() {
        town.world = town.world
                .apply(new Refused(Kind.POD, EVERYWHERE, "pods is forbidden"))
                .apply(new Listed(Kind.POD, "shop"));
        verifying();
        mended();

        town.walk(road, Phase.SUCCEEDED);
    }

    @Test
    void whoDoesNotSeeThePodsCannotTell() {
        town.world = town.world.apply(new Refused(Kind.POD, EVERYWHERE, "pods is forbidden"));
        verifying();
        mended();
        town.now = town.now.plusSeconds(301);

        town.walk(road, Phase.UNVERIFIED);
    }

    @Test
    void whatDidNotHelpIsTold() {
        verifying();
        town.deployment(0);
        town.now = town.now.plusSeconds(301);

        town.walk(road, Phase.FAILED);

        assertThat(town.told.getLast()).isEqualTo("NotHelped");
    }

    @Test
    void whatMadeItWorseIsTold() {
        verifying();
        town.deployment(0);
        town.brokenPod("cart-a", "CreateContainerConfigError");
        town.now = town.now.plusSeconds(301);

        town.walk(road, Phase.FAILED);

        assertThat(town.told.getLast()).isEqualTo("Worse");
    }
}
