package io.kubilitics.graph.query;

import static io.kubilitics.graph.query.Harm.DEGRADED;
import static io.kubilitics.graph.query.Harm.MISSING;
import static io.kubilitics.graph.query.Harm.UNWELL;
import static io.kubilitics.graph.query.Propagation.Direction.BACK;
import static io.kubilitics.graph.query.Propagation.Direction.FORTH;
import static io.kubilitics.graph.world.Relation.Type.ATTACHED_TO;
import static io.kubilitics.graph.world.Relation.Type.ATTACHES_TO;
import static io.kubilitics.graph.world.Relation.Type.BINDS;
import static io.kubilitics.graph.world.Relation.Type.BOUND_TO;
import static io.kubilitics.graph.world.Relation.Type.CALLS_WEBHOOK;
import static io.kubilitics.graph.world.Relation.Type.CONNECTS_TO;
import static io.kubilitics.graph.world.Relation.Type.DELIVERS;
import static io.kubilitics.graph.world.Relation.Type.DEPENDS_ON;
import static io.kubilitics.graph.world.Relation.Type.DRIVEN_BY;
import static io.kubilitics.graph.world.Relation.Type.ENDPOINTS_OF;
import static io.kubilitics.graph.world.Relation.Type.ENFORCES;
import static io.kubilitics.graph.world.Relation.Type.GRANTS;
import static io.kubilitics.graph.world.Relation.Type.HEARTBEAT_OF;
import static io.kubilitics.graph.world.Relation.Type.ISSUED_BY;
import static io.kubilitics.graph.world.Relation.Type.MOUNTS;
import static io.kubilitics.graph.world.Relation.Type.NAMED_BY;
import static io.kubilitics.graph.world.Relation.Type.OWNS;
import static io.kubilitics.graph.world.Relation.Type.PROVISIONED_BY;
import static io.kubilitics.graph.world.Relation.Type.PULLS_WITH;
import static io.kubilitics.graph.world.Relation.Type.READS;
import static io.kubilitics.graph.world.Relation.Type.REFERS_TO;
import static io.kubilitics.graph.world.Relation.Type.ROUTES_TO;
import static io.kubilitics.graph.world.Relation.Type.SCALES;
import static io.kubilitics.graph.world.Relation.Type.SCHEDULED_ON;
import static io.kubilitics.graph.world.Relation.Type.SECURED_BY;
import static io.kubilitics.graph.world.Relation.Type.SELECTS;
import static io.kubilitics.graph.world.Relation.Type.SERVES_API;
import static io.kubilitics.graph.world.Relation.Type.SOURCED_FROM;
import static io.kubilitics.graph.world.Relation.Type.USES_ACCOUNT;
import static io.kubilitics.graph.world.Relation.Type.USES_CLASS;
import static io.kubilitics.graph.world.Relation.Type.WRITES;

import io.kubilitics.graph.world.Relation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which relation carries which harm in which direction: the one table that says so. It tells what may happen, not what did.
 *
 * @param why ends the sentence "… suffers because it"
 */
public record Propagation(Relation.Type type, Direction way, Harm cause, Harm effect, When when, String why)
        implements Rule {

    /** From which end of a relation harm goes to which. */
    public enum Direction {
        /** From the first end to the second. */
        FORTH,
        /** From the second end to the first: from what is used to who uses it. */
        BACK
    }

    /** What else it takes for harm to be carried so. */
    public enum When {
        /** Nothing. */
        ALWAYS,
        /** Nothing; but with all resources at the other end harmed so, what suffers is not degraded but unwell. */
        WORSE_TOGETHER,
        /** Only to who cannot do without: a reference may be optional. */
        NEEDED
    }

    public static final List<Propagation> TABLE = List.of(
            row(OWNS, FORTH, MISSING, MISSING, "is taken away with its owner"),
            some(OWNS, MISSING, "counts on what it made"),
            some(OWNS, UNWELL, "counts on what it made"),
            row(OWNS, BACK, DEGRADED, DEGRADED, "counts on what it made"),
            some(SELECTS, MISSING, "sends its traffic there"),
            some(SELECTS, UNWELL, "sends its traffic there"),
            row(SCHEDULED_ON, BACK, MISSING, MISSING, "runs on that node"),
            row(SCHEDULED_ON, BACK, UNWELL, UNWELL, "runs on that node"),
            needed(MOUNTS, "cannot start without the volume"),
            row(MOUNTS, BACK, UNWELL, UNWELL, "cannot use the volume"),
            needed(READS, "cannot start without it"),
            row(READS, BACK, UNWELL, UNWELL, "does not find in it what it reads"),
            row(USES_ACCOUNT, BACK, MISSING, UNWELL, "cannot be created without the account"),
            row(USES_ACCOUNT, BACK, UNWELL, UNWELL, "has only the account's rights"),
            row(PULLS_WITH, BACK, MISSING, DEGRADED, "pulls its images without it, which not every registry allows"),
            row(PULLS_WITH, BACK, UNWELL, UNWELL, "cannot pull its images with it"),
            row(USES_CLASS, BACK, MISSING, UNWELL, "is served by nobody without the class"),
            row(USES_CLASS, BACK, UNWELL, UNWELL, "is served as the class says"),
            row(BOUND_TO, BACK, MISSING, UNWELL, "stands for that volume"),
            row(BOUND_TO, BACK, UNWELL, UNWELL, "stands for that volume"),
            row(PROVISIONED_BY, BACK, MISSING, UNWELL, "gets no storage without the class"),
            row(PROVISIONED_BY, BACK, UNWELL, UNWELL, "gets its storage from the class"),
            row(DRIVEN_BY, BACK, MISSING, UNWELL, "works through that driver"),
            row(DRIVEN_BY, BACK, UNWELL, UNWELL, "works through that driver"),
            row(ATTACHED_TO, BACK, MISSING, UNWELL, "hangs on that node"),
            row(ATTACHED_TO, BACK, UNWELL, UNWELL, "hangs on that node"),
            some(ROUTES_TO, MISSING, "sends its traffic there"),
            some(ROUTES_TO, UNWELL, "sends its traffic there"),
            row(ROUTES_TO, BACK, DEGRADED, DEGRADED, "sends its traffic there"),
            row(ENDPOINTS_OF, FORTH, MISSING, DEGRADED, "finds its pods in that list"),
            row(ENDPOINTS_OF, FORTH, UNWELL, DEGRADED, "finds its pods in that list"),
            row(ENDPOINTS_OF, FORTH, DEGRADED, DEGRADED, "finds its pods in that list"),
            row(ATTACHES_TO, BACK, MISSING, UNWELL, "gets no traffic but through it"),
            row(ATTACHES_TO, BACK, UNWELL, UNWELL, "gets no traffic but through it"),
            row(SECURED_BY, BACK, MISSING, UNWELL, "has no certificate to show"),
            row(SECURED_BY, BACK, UNWELL, UNWELL, "shows the certificate in it"),
            row(NAMED_BY, BACK, MISSING, UNWELL, "has no names for its pods"),
            row(CONNECTS_TO, BACK, MISSING, UNWELL, "asks it for answers"),
            row(CONNECTS_TO, BACK, UNWELL, UNWELL, "asks it for answers"),
            row(CONNECTS_TO, BACK, DEGRADED, DEGRADED, "asks it for answers"),
            row(SCALES, FORTH, UNWELL, DEGRADED, "is no longer scaled"),
            row(SCALES, BACK, MISSING, UNWELL, "has nothing to scale"),
            row(CALLS_WEBHOOK, BACK, MISSING, UNWELL, "has it asked for each request"),
            row(CALLS_WEBHOOK, BACK, UNWELL, UNWELL, "has it asked for each request"),
            row(SERVES_API, FORTH, MISSING, UNWELL, "is answered by it"),
            row(SERVES_API, FORTH, UNWELL, UNWELL, "is answered by it"),
            row(ENFORCES, BACK, MISSING, UNWELL, "puts in force what is not there"),
            row(GRANTS, BACK, MISSING, UNWELL, "grants nothing without the role"),
            row(BINDS, FORTH, MISSING, UNWELL, "loses rights with it"),
            row(BINDS, FORTH, UNWELL, UNWELL, "has the rights it grants"),
            row(HEARTBEAT_OF, FORTH, MISSING, UNWELL, "gives no sign of life without it"),
            row(HEARTBEAT_OF, FORTH, UNWELL, UNWELL, "gave no sign of life"),
            row(DELIVERS, BACK, MISSING, DEGRADED, "should have brought it"),
            row(DELIVERS, BACK, UNWELL, DEGRADED, "brought it"),
            row(DELIVERS, BACK, DEGRADED, DEGRADED, "brought it"),
            row(SOURCED_FROM, BACK, MISSING, UNWELL, "takes from there what it writes"),
            row(SOURCED_FROM, BACK, UNWELL, UNWELL, "takes from there what it writes"),
            row(DEPENDS_ON, BACK, MISSING, UNWELL, "waits for it"),
            row(DEPENDS_ON, BACK, UNWELL, UNWELL, "waits for it"),
            row(ISSUED_BY, BACK, MISSING, UNWELL, "gets no certificate without it"),
            row(ISSUED_BY, BACK, UNWELL, UNWELL, "gets its certificate from it"),
            row(WRITES, FORTH, UNWELL, UNWELL, "is kept up to date by it"),
            row(REFERS_TO, BACK, MISSING, UNWELL, "names it"));

    private static final Map<Relation.Type, List<Propagation>> BY_TYPE =
            TABLE.stream().collect(Collectors.groupingBy(Propagation::type));

    /** What this relation carries; nothing for relations that do not bring harm by failing. */
    public static List<Propagation> by(Relation.Type type) {
        return BY_TYPE.getOrDefault(type, List.of());
    }

    private static Propagation row(Relation.Type type, Direction way, Harm cause, Harm effect, String why) {
        return new Propagation(type, way, cause, effect, When.ALWAYS, why);
    }

    /** From one of several to who counts on all of them together. */
    private static Propagation some(Relation.Type type, Harm cause, String why) {
        return new Propagation(type, BACK, cause, DEGRADED, When.WORSE_TOGETHER, why);
    }

    /** From what is not there to who cannot be without it. */
    private static Propagation needed(Relation.Type type, String why) {
        return new Propagation(type, BACK, MISSING, UNWELL, When.NEEDED, why);
    }

    boolean worseTogether() {
        return when == When.WORSE_TOGETHER;
    }
}
