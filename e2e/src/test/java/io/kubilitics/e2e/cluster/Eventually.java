package io.kubilitics.e2e.cluster;

import java.time.Duration;
import org.awaitility.Awaitility;

/** Waits for a cluster to do what it was asked. */
public final class Eventually {

    private Eventually() {}

    /** Something that becomes true after a while. */
    public interface Condition {
        void hold() throws Exception;
    }

    public static void eventually(Condition condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                // A status that is not there yet may answer with null or "not found".
                .ignoreExceptions()
                .untilAsserted(condition::hold);
    }
}
