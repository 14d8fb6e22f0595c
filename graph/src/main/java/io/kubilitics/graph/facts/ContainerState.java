package io.kubilitics.graph.facts;

import java.time.Instant;

/** What a container is doing. */
public sealed interface ContainerState {

    /** Not started, or between two starts. */
    record Waiting(String reason, String message) implements ContainerState {}

    record Running(Instant since) implements ContainerState {}

    record Ended(String reason, int exitCode, String message, Instant started, Instant at) implements ContainerState {
        public boolean outOfMemory() {
            return reason.equals("OOMKilled");
        }
    }
}
