package io.kubilitics.gateway.tools;

import io.kubilitics.gateway.Brain;
import io.kubilitics.gateway.mcp.Tool.Misuse;
import io.kubilitics.graph.time.WorldRing.Window;
import java.time.Instant;
import java.util.Optional;

/** How far back a brain knows its world, for those who ask for more. */
record Recall(Brain brain) {

    Misuse unknown(Instant moment) {
        return new Misuse("of %s nothing is known: %s"
                .formatted(moment, sentence(brain.stream().past())));
    }

    static String sentence(Optional<Window> window) {
        return window.map(Recall::sentence)
                .orElse("the cluster has not been seen completely yet; try again in a moment");
    }

    private static String sentence(Window window) {
        return "the world was seen from %s to %s%s"
                .formatted(window.from(), window.to(), window.full() ? "; memory does not last for more" : "");
    }
}
