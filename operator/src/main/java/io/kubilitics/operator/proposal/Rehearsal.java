package io.kubilitics.operator.proposal;

import com.fasterxml.jackson.databind.JsonNode;
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
     * @param trial the object itself
     */
    record Fine(Version version, List<FieldChange> diff, Optional<ProposedAction> inverse, Trial trial)
            implements Rehearsal {
        public Fine {
            diff = List.copyOf(diff);
        }
    }

    /** The object as the API server has it, and as it would have it. Never shown: what of it may be is in the difference. */
    record Trial(JsonNode before, JsonNode after) {
        @Override
        public String toString() {
            return "an object before and after";
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
