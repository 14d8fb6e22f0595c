package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.status.ProposalStatus;
import java.util.Optional;

/** Port: where it is written down how a proposal stands. */
public interface Ledger {

    /**
     * Writes the next status over exactly this version of the proposal.
     *
     * @return the proposal as it is now; nothing when somebody wrote in between, or it is gone: then it was looked at too early
     */
    Optional<Proposal> write(Proposal seen, ProposalStatus next);
}
