package io.kubilitics.graph.health;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
    /** A Deployment's rollout has run out of the time it was given. */
    ROLLOUT_STUCK("its rollout makes no progress"),
    NODE_NOT_READY("the node is not ready");

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

    public static Optional<Ailment> of(String id) {
        return Arrays.stream(values())
                .filter(ailment -> ailment.id().equals(id))
                .findFirst();
    }
}
