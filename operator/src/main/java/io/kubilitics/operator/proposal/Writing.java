package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.status.Version;

/** What came of one write. */
public sealed interface Writing {

    record Done(Version after) implements Writing {}

    /** Nothing was written: the target is no longer the version that was claimed. */
    record Overtaken(String why) implements Writing {}

    /** Nothing was written: the API server, or something that it asks, says no. */
    record Refused(String why) implements Writing {}

    /** It is not known whether it was written. */
    record Unknown(String why) implements Writing {}
}
