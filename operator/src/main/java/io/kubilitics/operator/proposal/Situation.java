package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposalSpec;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.ProposalStatus;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.Objects;

/** A proposal and the moment in which something is decided about it. */
public record Situation(Proposal proposal, World world, Instant now) {

    public ProposalSpec spec() {
        return Objects.requireNonNull(proposal.getSpec(), "the API server lets no proposal without a spec in");
    }

    public ProposalStatus status() {
        return Objects.requireNonNullElse(proposal.getStatus(), ProposalStatus.EMPTY);
    }

    public Phase phase() {
        return Objects.requireNonNullElse(status().phase(), Phase.PENDING);
    }

    public boolean expired() {
        return !now.isBefore(spec().expiresAt());
    }
}
