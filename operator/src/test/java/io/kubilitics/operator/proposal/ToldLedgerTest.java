package io.kubilitics.operator.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposalSpec;
import io.kubilitics.crds.proposal.status.Condition;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.ProposalStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToldLedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:10:00Z");

    private final List<PhaseChange> told = new ArrayList<>();
    private final Ledger keeping = (seen, next) -> Optional.of(proposal(next));
    private final Ledger tooLate = (_, _) -> Optional.empty();

    @Test
    void aPhaseThatWasWrittenIsToldWithWhatIsNew() {
        ProposalStatus simulated = ProposalStatus.EMPTY.with(
                next -> next.phase(Phase.SIMULATED).condition(condition("Simulated", "Done", "it touches 3 pods")));
        new ToldLedger(keeping, told::add).write(proposal(ProposalStatus.EMPTY), simulated);
        new ToldLedger(keeping, told::add)
                .write(
                        proposal(simulated),
                        simulated.with(next ->
                                next.phase(Phase.BLOCKED).condition(condition("Allowed", "Denied", "not here"))));

        assertThat(told)
                .containsExactly(
                        new PhaseChange("shop", "p", "title", Phase.SIMULATED, "Done", "it touches 3 pods"),
                        new PhaseChange("shop", "p", "title", Phase.BLOCKED, "Denied", "not here"));
    }

    @Test
    void whatDidNotMoveOrWasNotWrittenIsNotTold() {
        ProposalStatus simulated = ProposalStatus.EMPTY.with(next -> next.phase(Phase.SIMULATED));

        new ToldLedger(keeping, told::add)
                .write(
                        proposal(simulated),
                        simulated.with(next -> next.condition(condition("Simulated", "Again", "as before"))));
        new ToldLedger(tooLate, told::add).write(proposal(ProposalStatus.EMPTY), simulated);

        assertThat(told).isEmpty();
    }

    private static Condition condition(String type, String reason, String message) {
        return new Condition(type, Condition.Status.TRUE, 1L, NOW, reason, message);
    }

    private static Proposal proposal(ProposalStatus status) {
        Proposal proposal = new Proposal();
        proposal.setMetadata(
                new ObjectMetaBuilder().withNamespace("shop").withName("p").build());
        proposal.setSpec(new ProposalSpec("title", "why", "f", "body", NOW, List.of(), List.of(), List.of()));
        proposal.setStatus(status);
        return proposal;
    }
}
