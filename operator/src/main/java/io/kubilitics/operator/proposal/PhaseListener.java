package io.kubilitics.operator.proposal;

/** Is told where a Proposal stands, each time that changes. Called by whoever changed it: must not take long. */
public interface PhaseListener {

    void moved(PhaseChange change);
}
