package io.kubilitics.graph.health;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be seen to be wrong; never why. */
public enum Ailment {
    /** A container cannot be made from its configuration. */
    CONTAINER_NOT_CREATED("a container cannot be created"),
    IMAGE_NOT_PULLED("an image cannot be pulled"),
    OUT_OF_MEMORY("killed for want of memory"),
    CRASHING("keeps ending"),
    /** Runs, but does not say that it is ready. */
    NOT_READY("is not ready"),
    UNSCHEDULED("finds no node"),
    VOLUME_NOT_MOUNTED("a volume cannot be mounted"),
    /** The pod's network or its cgroups cannot be set up. */
    SANDBOX_NOT_CREATED("its sandbox cannot be created"),
    /** Nothing complains, and yet it has not begun. */
    NOT_STARTING("has not started for long"),
    EVICTED("was evicted"),
    POD_FAILED("has failed"),
    DELETION_STUCK("cannot be deleted"),

    /** A Deployment's rollout has run out of the time it was given. */
    ROLLOUT_STUCK("its rollout makes no progress"),
    REPLICAS_NOT_CREATED("its pods cannot be created"),
    REPLICAS_UNAVAILABLE("fewer of its pods work than it needs"),
    STATUS_OUTDATED("its controller has not looked at it"),
    GOVERNING_SERVICE_MISSING("the Service that names its pods does not exist"),
    STORAGE_CLASS_MISSING("its storage class does not exist"),
    JOB_FAILED("has failed"),
    SCHEDULE_INVALID("its schedule cannot be read"),
    SCHEDULE_MISSED("was not started when it should have been"),

    NO_ENDPOINTS("no pod answers for it"),
    PORT_NOT_EXPOSED("its port leads to none of its pods' ports"),
    LOAD_BALANCER_FAILED("gets no load balancer"),
    CLASS_MISSING("nobody serves its class"),
    BACKEND_MISSING("the Service it sends traffic to does not exist"),
    BACKEND_PORT_MISSING("the Service it sends traffic to has no such port"),
    TLS_SECRET_MISSING("the Secret with its certificate does not exist"),
    CERTIFICATE_EXPIRED("its certificate is no longer good"),
    GATEWAY_CLASS_NOT_ACCEPTED("no controller has accepted the class"),
    GATEWAY_NOT_ACCEPTED("the controller does not accept it"),
    GATEWAY_NOT_PROGRAMMED("is not in force"),
    GATEWAY_MISSING("the Gateway it belongs to does not exist"),
    ROUTE_NOT_ACCEPTED("the Gateway does not accept it"),

    CLAIM_PENDING("gets no volume"),
    CLAIM_LOST("has lost its volume"),
    CLAIM_NOT_RESIZED("cannot be made larger"),
    VOLUME_FAILED("the volume has failed"),
    VOLUME_NOT_ATTACHED("the volume cannot be attached"),

    NODE_NOT_READY("the node is not ready"),
    MEMORY_PRESSURE("the node is short of memory"),
    DISK_PRESSURE("the node is short of disk space"),
    PID_PRESSURE("the node is short of process numbers"),
    NODE_NETWORK_UNAVAILABLE("the node has no network"),
    NODE_PROBLEM("the node reports a problem"),
    HEARTBEAT_STALE("the node gives no sign of life"),
    DRAIN_BLOCKED("the node cannot be drained"),

    AUTOSCALER_STUCK("cannot scale"),
    SCALE_TARGET_MISSING("what it should scale does not exist"),
    DISRUPTION_BUDGET_BROKEN("cannot be computed"),
    WEBHOOK_UNAVAILABLE("nobody answers for the webhook, and requests are refused"),
    API_SERVICE_UNAVAILABLE("nobody answers for this part of the API"),
    DEFINITION_NOT_ESTABLISHED("the custom resource is not served"),
    /** Its programs say so, or somebody who tried. */
    CANNOT_REACH("cannot reach what it calls"),
    /** It reaches what it calls, and is refused. */
    TURNED_AWAY("is turned away by what it calls"),
    REQUESTS_FAIL("requests to it fail"),
    PORT_UNREACHABLE("its port does not answer"),
    ADDRESS_WRONG("one of its settings names a Service or port that does not exist"),
    /** Its programs say so, and nobody else is named. */
    FAILING("reports errors of its own, again and again"),
    /** Its programs say so. */
    DISK_FULL("has no space left to write"),
    /** The configuration of a proxy leads past it. */
    MISROUTED("requests for it are sent elsewhere"),
    /** Somebody wrote down that it should be there. */
    NOT_THERE("does not exist, though it was meant to"),
    /** Scaled to zero, suspended or paused by somebody, while somebody else counts on it. */
    SWITCHED_OFF("is switched off"),
    /** The controller of a custom resource says that it is not as it should be. */
    NOT_RECONCILED("its controller cannot make it so"),

    SLOW("answers far slower than it did"),
    OVERLOADED("uses up its CPU, and not for more requests"),
    PACKETS_REPEATED("sends far more packets than it did, and not for more requests"),
    NODE_SERVICE_DOWN("a service of the node does not run"),
    SERVICES_NOT_REACHED("Services cannot be reached from the node");

    private static final Set<Ailment> FOLLOWS = EnumSet.of(
            CRASHING,
            NOT_READY,
            NOT_STARTING,
            POD_FAILED,
            ROLLOUT_STUCK,
            REPLICAS_UNAVAILABLE,
            STORAGE_CLASS_MISSING,
            JOB_FAILED,
            SCHEDULE_MISSED,
            NO_ENDPOINTS,
            GATEWAY_NOT_PROGRAMMED,
            AUTOSCALER_STUCK,
            WEBHOOK_UNAVAILABLE,
            API_SERVICE_UNAVAILABLE,
            NOT_RECONCILED,
            CANNOT_REACH,
            TURNED_AWAY,
            REQUESTS_FAIL,
            FAILING,
            PORT_UNREACHABLE,
            SLOW,
            PACKETS_REPEATED);

    /** Told by numbers, logs and trials, or by settings side by side, never by one object itself. */
    private static final Set<Ailment> MEASURED = EnumSet.of(
            SLOW,
            OVERLOADED,
            PACKETS_REPEATED,
            NODE_SERVICE_DOWN,
            SERVICES_NOT_REACHED,
            CANNOT_REACH,
            TURNED_AWAY,
            REQUESTS_FAIL,
            PORT_UNREACHABLE,
            FAILING,
            DISK_FULL,
            ADDRESS_WRONG,
            MISROUTED);

    private final String words;

    Ailment(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Public: kebab-case, never renamed. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether a fault elsewhere, of something it counts on, may look like this. The others name a fault of their own: that a
     * database is away is no reason for an image that cannot be pulled.
     */
    public boolean mayFollow() {
        return FOLLOWS.contains(this);
    }

    /** Whether it is told of somebody else by who calls that one. */
    public boolean ofCaller() {
        return this == CANNOT_REACH || this == TURNED_AWAY;
    }

    /** Whether no object shows it, only numbers that were measured and trials that somebody made. */
    public boolean measured() {
        return MEASURED.contains(this);
    }

    public static Optional<Ailment> of(String id) {
        return Arrays.stream(values())
                .filter(ailment -> ailment.id().equals(id))
                .findFirst();
    }
}
