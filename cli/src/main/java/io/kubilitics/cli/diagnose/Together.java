package io.kubilitics.cli.diagnose;

import io.kubilitics.gateway.Brain;
import io.kubilitics.gateway.wire.BodyClient;
import io.kubilitics.operator.Access;
import io.kubilitics.operator.Body;
import io.kubilitics.operator.telemetry.Check;
import io.kubilitics.operator.telemetry.Telemetry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Body and brain in one process, joined by the same wire as between two: a convenience, no isolation. */
final class Together implements AutoCloseable {

    private final Body body;
    private final Brain brain;

    Together(Access access, Optional<String> namespace) {
        body = Body.looking(access, namespace);
        brain = new Brain(BodyClient.inProcess(body.address()), InstantSource.system());
    }

    Brain brain() {
        return brain;
    }

    /** What must hold, or this process is to be started anew. */
    List<Check> live() {
        return body.live();
    }

    /** What must hold for conclusions to be drawn. */
    List<Check> ready() {
        List<Check> checks = new ArrayList<>(body.ready());
        checks.add(new Check("brain-stream", () -> brain.stream().trouble()));
        return checks;
    }

    Telemetry telemetry() {
        return body.telemetry();
    }

    @Override
    public void close() {
        brain.close();
        body.close();
    }
}
