package io.kubilitics.operator.telemetry;

/** Every metric the body tells of itself, beside those of its JVM. {@code docs/metrics.md} is generated from these. */
public enum BodyMetric {
    WATCH_LAG(
            "watch.lag",
            Type.HISTOGRAM,
            Unit.SECONDS,
            "Time from the newest write an object tells of (field managers, creation, deletion, an Event's own time) until the body's"
                    + " world has it. Only of writes after the body began to watch, and of none that leaves no date. Objects tell"
                    + " whole seconds, so it is up to 1 s too long; the API server's clock and the body's are taken for the same.",
            "kind"),
    WATCH_UP("watch.up", Type.GAUGE, Unit.NONE, "1 while the kind is watched, else 0.", "kind"),
    WATCH_SILENCE(
            "watch.silence",
            Type.GAUGE,
            Unit.SECONDS,
            "How long ago the API server last said something new on the kind's watch. A quiet kind is silent for minutes, Events"
                    + " without end: no reason to worry by itself. NaN before the first list and for a refused kind.",
            "kind"),
    WATCH_RELISTS(
            "watch.relists",
            Type.COUNTER,
            Unit.NONE,
            "How often the kind was listed again after the first time, because its watch could not be continued.",
            "kind"),
    WATCH_REFUSED(
            "watch.refused",
            Type.GAUGE,
            Unit.NONE,
            "1 when the API server refused to let the kind be watched, else 0. It stays unseen then, but for the namespaces where it may"
                    + " be watched. It is asked again after 5 s and ever longer pauses, up to 5 minutes.",
            "kind"),
    WORLD_AGE(
            "world.age",
            Type.GAUGE,
            Unit.SECONDS,
            "For how long the world may have missed something: the longest time that any watch has been without a connection, 0 while"
                    + " all have one. A connection that died without a sign is found out when its watch is renewed, every 5 to 10"
                    + " minutes. NaN before every kind was listed."),
    WORLD_QUIET(
            "world.quiet",
            Type.GAUGE,
            Unit.SECONDS,
            "How long ago an update was last applied. Says how busy the cluster is, not how old the world is."),
    WORLD_UNSYNCED(
            "world.unsynced",
            Type.GAUGE,
            Unit.SECONDS,
            "How long the body has been waiting to see everything; 0 since it has."),
    WORLD_VERSION("world.version", Type.GAUGE, Unit.NONE, "Version of the world; rises with every change."),
    WORLD_OBJECTS("world.objects", Type.GAUGE, Unit.NONE, "How many objects of the kind are known.", "kind"),
    WORLD_OUTLINED(
            "world.outlined",
            Type.GAUGE,
            Unit.NONE,
            "Of how many objects of the kind only the metadata is known, because all of the kind would take more than an eighth of the"
                    + " memory.",
            "kind"),
    UPDATES_APPLIED("updates.applied", Type.COUNTER, Unit.NONE, "Updates that were applied to the world."),
    UPDATES_SUPERSEDED(
            "updates.superseded",
            Type.COUNTER,
            Unit.NONE,
            "Updates that were never applied, because a newer one about the same object came while they waited."),
    UPDATES_FAILED(
            "updates.failed",
            Type.COUNTER,
            Unit.NONE,
            "Updates, objects or followers that were given up because of a defect; the log tells which."),
    QUEUE_DEPTH("queue.depth", Type.GAUGE, Unit.NONE, "Updates that wait to be applied."),
    QUEUE_CAPACITY(
            "queue.capacity",
            Type.GAUGE,
            Unit.NONE,
            "How many updates can wait at most: one for each object that is known or waits to be. A newer one replaces an older one"
                    + " about the same object, so none is ever turned away."),
    QUEUE_OLDEST(
            "queue.oldest",
            Type.GAUGE,
            Unit.SECONDS,
            "How long the update that is next has waited; 0 when none waits."),
    FOLLOWERS("followers", Type.GAUGE, Unit.NONE, "Brains that listen to this body."),
    OUTBOX_DEPTH("outbox.depth", Type.GAUGE, Unit.NONE, "Updates that the slowest brain has not been sent yet.");

    /** How Prometheus treats it. */
    public enum Type {
        GAUGE,
        COUNTER,
        HISTOGRAM
    }

    /** What is counted. */
    public enum Unit {
        NONE,
        SECONDS
    }

    private final String path;
    private final Type type;
    private final Unit unit;
    private final String help;
    private final String label;

    BodyMetric(String path, Type type, Unit unit, String help) {
        this(path, type, unit, help, "");
    }

    BodyMetric(String path, Type type, Unit unit, String help, String label) {
        this.path = path;
        this.type = type;
        this.unit = unit;
        this.help = help;
        this.label = label;
    }

    /** As Micrometer wants it. */
    String meter() {
        return "kubilitics." + path;
    }

    /** As {@code /metrics} shows it; a histogram appends {@code _bucket}, {@code _sum} and {@code _count}. */
    public String exposed() {
        return meter().replace('.', '_')
                + (unit == Unit.SECONDS ? "_seconds" : "")
                + (type == Type.COUNTER ? "_total" : "");
    }

    public Type type() {
        return type;
    }

    public Unit unit() {
        return unit;
    }

    public String help() {
        return help;
    }

    /** What its values are told apart by; empty when there is one value. */
    public String label() {
        return label;
    }
}
