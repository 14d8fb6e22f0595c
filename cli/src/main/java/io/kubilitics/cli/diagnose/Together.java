package io.kubilitics.cli.diagnose;

import io.kubilitics.gateway.Brain;
import io.kubilitics.gateway.wire.BodyClient;
import io.kubilitics.operator.Access;
import io.kubilitics.operator.Body;
import java.time.InstantSource;
import java.util.Optional;

/** Body and brain in one process, joined by the same wire as between two: a convenience, no isolation. */
public final class Together implements AutoCloseable {

    private final Body body;
    private final Brain brain;

    Together(Access access, Optional<String> namespace) {
        body = new Body(access, namespace);
        brain = new Brain(BodyClient.inProcess(body.address()), InstantSource.system());
    }

    public Brain brain() {
        return brain;
    }

    @Override
    public void close() {
        brain.close();
        body.close();
    }
}
