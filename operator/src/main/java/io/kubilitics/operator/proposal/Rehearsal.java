package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.status.FieldChange;
import io.kubilitics.crds.proposal.status.Version;
import java.util.List;
import java.util.Optional;

/** What came of one action when the API server was asked to do it without doing it. */
public sealed interface Rehearsal {

    /**
     * It would be done.
     *
     * @param version of the target that it was tried on
     * @param diff what would differ
     * @param inverse what would undo it, where that can be told
     */
    record Fine(Version version, List<FieldChange> diff, Optional<ProposedAction> inverse) implements Rehearsal {
        public Fine {
            diff = List.copyOf(diff);
        }
    }

    /** The operator's account may not do it. */
    record NotPermitted(String why) implements Rehearsal {}

    /** The API server, or something that it asks, says no. */
    record Refused(String why) implements Rehearsal {}

    /** The target is gone, another one, or no longer as the action expects it. */
    record Outdated(String why) implements Rehearsal {}

    /** Nobody answered. */
    record Away(String why) implements Rehearsal {}
}
