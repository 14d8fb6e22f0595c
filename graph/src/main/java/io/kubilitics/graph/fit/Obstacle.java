package io.kubilitics.graph.fit;

/** What keeps a pod off a node. Told in this order: what the pod wants of nodes, what nodes refuse, what is left on them. */
public enum Obstacle {
    NODE_SELECTOR(Stage.WANTED),
    NODE_AFFINITY(Stage.WANTED),
    /** The pod's volume can be reached from other nodes only. */
    VOLUME_ELSEWHERE(Stage.WANTED),
    /** The node has said itself, or its controller of it, that it is in no state to take pods. */
    NODE_UNWELL(Stage.REFUSED),
    CORDONED(Stage.REFUSED),
    TAINTED(Stage.REFUSED),
    CPU(Stage.SHORT),
    MEMORY(Stage.SHORT),
    /** Places for pods, disk space, devices. */
    OTHER_RESOURCE(Stage.SHORT),
    HOST_PORT(Stage.SHORT),
    ANTI_AFFINITY(Stage.SHORT),
    POD_AFFINITY(Stage.SHORT),
    SPREAD(Stage.SHORT);

    /** A later one is only worth looking at on nodes that the earlier ones leave. */
    public enum Stage {
        WANTED,
        REFUSED,
        SHORT
    }

    private final Stage stage;

    Obstacle(Stage stage) {
        this.stage = stage;
    }

    public Stage stage() {
        return stage;
    }
}
