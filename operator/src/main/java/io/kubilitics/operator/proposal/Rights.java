package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.Target;
import java.util.Optional;

/** Port: what somebody may do himself, as the API server says. */
public interface Rights {

    /** Why he may not, as a sentence; nothing when he may. Without an answer nobody may. */
    Optional<String> refusal(Person person, String verb, Target target);
}
