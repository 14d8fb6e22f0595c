package io.kubilitics.operator.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.crds.proposal.status.Phase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever dies or answers late: for one approval no more than one write. */
class AtMostOnceTest {

    private final TestTown town = new TestTown();
    private final Road road = town.road("body-1");

    @BeforeEach
    void claimed() {
        town.walk(road, Phase.AWAITING_APPROVAL);
        town.approve();
        town.walk(road, Phase.EXECUTING);
    }

    @Test
    void aBodyThatDiedBeforeTheWriteIsFollowedByOneThatWrites() {
        town.walk(town.road("body-2"), Phase.VERIFYING);

        assertThat(town.writes).isEqualTo(1);
    }

    @Test
    void aClaimIsWorthNothingOnceTheSafeguardsAreBroken() {
        town.brokenSafeguard = Optional.of("a policy is gone");

        town.road("body-2").step(town.read());

        assertThat(town.phase()).isEqualTo(Phase.APPROVED);
        assertThat(town.status().execution()).isNull();
        assertThat(town.writes).isZero();
    }

    @Test
    void aClaimIsWorthNothingOnceItsTimeIsOver() {
        town.now = town.now.plus(Duration.ofHours(2));

        town.road("body-2").step(town.read());

        assertThat(town.phase()).isEqualTo(Phase.EXPIRED);
        assertThat(town.writes).isZero();
    }

    @Test
    void aClaimWithoutAnApprovalIsNotWritten() {
        town.forgetDecisions();

        town.road("body-2").step(town.read());

        assertThat(town.phase()).isEqualTo(Phase.AWAITING_APPROVAL);
        assertThat(town.writes).isZero();
    }

    @Test
    void aClaimOfAnApproverWhoLostTheRightIsNotWritten() {
        town.refusal = Optional.of("may not patch it");

        road.step(town.read());

        assertThat(town.phase()).isEqualTo(Phase.AWAITING_APPROVAL);
        assertThat(town.writes).isZero();
    }

    @Test
    void aBodyThatDiedAfterTheWriteIsFollowedByOneThatSeesIt() {
        town.ledgerConflicts = true;
        road.step(town.read());
        assertThat(town.writes).isEqualTo(1);
        town.ledgerConflicts = false;

        town.walk(town.road("body-2"), Phase.VERIFYING);

        assertThat(town.writes).isEqualTo(1);
    }

    @Test
    void anAnswerThatWasLostIsLookedForAndNothingIsWrittenAgain() {
        town.answersAreLost = true;

        town.walk(road, Phase.VERIFYING);

        assertThat(town.writes).isEqualTo(1);
        assertThat(town.told).contains("NoAnswer", "Written");
    }

    @Test
    void aStatusThatWasWrittenMeanwhileOnlyMeansToLookAgain() {
        town.beforeWrite = () -> {
            town.statusWritten();
            town.beforeWrite = () -> {};
        };
        road.step(town.read());
        assertThat(town.phase()).isEqualTo(Phase.APPROVED);

        town.walk(road, Phase.VERIFYING);

        assertThat(town.writes).isEqualTo(1);
        assertThat(town.told).contains("Overtaken");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotWrittenOver() {
        town.beforeWrite = () -> town.changedBySomebody("cart:9");

        town.walk(road, Phase.FAILED);

        assertThat(town.image).isEqualTo("cart:9");
        assertThat(town.writes).isZero();
        assertThat(town.told.getLast()).isEqualTo("NotKnown");
    }

    @Test
    void twoBodiesWithTheSameClaimWriteOnce() {
        var seen = town.read();

        road.step(seen);
        town.road("body-2").step(seen);
        town.walk(town.road("body-2"), Phase.VERIFYING);

        assertThat(town.writes).isEqualTo(1);
    }
}
