package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.Proposal;

/** Port: tells people what becomes of a proposal. What cannot be told is lost: the status is the record. */
public interface Announcer {

    /**
     * Tells it of the proposal and of its targets.
     *
     * @param reason one word in CamelCase
     * @param warning whether somebody should look
     */
    void tell(Proposal proposal, String reason, String sentence, boolean warning);
}
