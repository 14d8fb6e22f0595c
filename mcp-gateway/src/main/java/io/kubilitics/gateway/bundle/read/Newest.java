package io.kubilitics.gateway.bundle.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The newest time that objects tell of their past: about when they were taken, where nothing says so. */
final class Newest {

    /** Not every time is past: a certificate names the day on which it ends. */
    private static final Set<String> PAST = Set.of(
            "creationTimestamp",
            "lastTimestamp",
            "eventTime",
            "lastTransitionTime",
            "lastHeartbeatTime",
            "lastUpdateTime",
            "lastProbeTime",
            "renewTime",
            "startTime",
            "completionTime",
            "startedAt",
            "finishedAt",
            "time");

    private @Nullable Instant newest;

    void see(JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getValue().isTextual() && PAST.contains(field.getKey())) {
                see(field.getValue().textValue());
            }
        }
        for (JsonNode child : node) {
            if (child.isContainerNode()) {
                see(child);
            }
        }
    }

    private void see(String text) {
        try {
            Instant time = Instant.parse(text);
            newest = newest == null || time.isAfter(newest) ? time : newest;
        } catch (DateTimeParseException noTime) {
            // A field of this name that means something else.
        }
    }

    Optional<Instant> time() {
        return Optional.ofNullable(newest);
    }
}
