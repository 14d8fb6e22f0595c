package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.status.Version;
import java.util.Optional;

/** Port: the only way in which anything reaches the cluster. */
public interface Hand {

    /**
     * Asks the API server to do it without doing it.
     *
     * @param place of the action in the proposal, from 0
     */
    Rehearsal rehearse(int place, ProposedAction action);

    /**
     * Does it, and only over exactly this version of the target: asked twice, it is done once.
     *
     * @param proposal on whose behalf; the write carries its name
     */
    Writing write(Proposal proposal, ProposedAction action, Version before);

    /**
     * What became of a write whose answer was never heard; nothing when the target still is the version that was claimed. Writes
     * nothing itself.
     */
    Optional<Writing> lookBack(Proposal proposal, ProposedAction action, Version before);
}
