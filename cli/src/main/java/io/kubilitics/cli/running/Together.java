package io.kubilitics.cli.running;

import io.kubilitics.gateway.Brain;
import io.kubilitics.gateway.wire.BodyClient;
import io.kubilitics.graph.Kind;
import io.kubilitics.operator.Access;
import io.kubilitics.operator.Body;
import io.kubilitics.operator.proposal.PhaseListener;
import io.kubilitics.operator.telemetry.Check;
import io.kubilitics.operator.telemetry.Telemetry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Body and brain in one process, joined by the same wire as between two: a convenience, no isolation. */
public final class Together implements AutoCloseable {

    private final Body body;
    private final Brain brain;

    private Together(Body body) {
        this.body = body;
        brain = new Brain(BodyClient.inProcess(body.address()), InstantSource.system());
    }

    /** They look, with the rights of whoever started them. */
    public static Together looking(Access access, Optional<String> namespace) {
        return new Together(Body.looking(access, namespace));
    }

    /** They also carry out what is approved, as the operator's own account. */
    public static Together acting(Access access, Optional<String> namespace, PhaseListener phases) {
        return new Together(Body.acting(access, namespace, phases));
    }

    public Brain brain() {
        return brain;
    }

    /**
     * The text without the values of all Secrets that are visible.
     *
     * @param names of objects, which are no secrets whatever Secret repeats them
     */
    public String withoutSecrets(String text, Set<String> names) {
        return body.withoutSecrets(text, names);
    }

    public boolean hasSeenAll() {
        return body.world().synced();
    }

    /** How much was seen so far. */
    public String progress() {
        return "%d of %d kinds".formatted(kindsSeen(), Kind.WATCHED.size());
    }

    /** Of how many of the watched kinds something is known. */
    public int kindsSeen() {
        Set<Kind> answered = body.world().world().coverage().kinds().keySet();
        return (int) Kind.WATCHED.stream().filter(answered::contains).count();
    }

    /** What must hold, or this process is to be started anew. */
    public List<Check> live() {
        return body.live();
    }

    /** What must hold for conclusions to be drawn. */
    public List<Check> ready() {
        List<Check> checks = new ArrayList<>(body.ready());
        checks.add(new Check("brain-stream", () -> brain.stream().trouble()));
        return checks;
    }

    public Telemetry telemetry() {
        return body.telemetry();
    }

    @Override
    public void close() {
        brain.close();
        body.close();
    }
}
