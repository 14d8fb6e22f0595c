package io.kubilitics.operator.feed;

import java.time.Instant;
import java.util.Optional;

/** Sees what becomes of updates, to measure it; called by several threads. */
public interface Witness {

    /** Looks away. */
    Witness NONE = new Witness() {
        @Override
        public void applied(Update update, Optional<Instant> written) {}

        @Override
        public void failed() {}
    };

    /**
     * The world has it now.
     *
     * @param written when the API server took what the update tells, where that is known and worth measuring
     */
    void applied(Update update, Optional<Instant> written);

    /** Something could not be done and was left out: a defect of ours. */
    void failed();
}
