package io.kubilitics.operator.proposal;

import java.util.Optional;

/** Port: whether all that makes an approval trustworthy is in force. */
public interface Safeguards {

    /** What is missing or altered, as a sentence; nothing when all is as shipped. Without an answer nothing is in force. */
    Optional<String> broken();
}
