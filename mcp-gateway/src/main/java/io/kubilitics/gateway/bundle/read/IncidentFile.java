package io.kubilitics.gateway.bundle.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.gateway.bundle.Incident;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.reasoning.signal.Subject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** {@code incident.yaml} */
record IncidentFile(Problems problems) {

    static final String NAME = "incident.yaml";

    Incident incident(JsonNode tree) {
        return new Incident(
                text(tree.path("id")),
                text(tree.path("now")).flatMap(this::time),
                tree.path("kubernetesVersion").asText(),
                tree.path("question").asText(),
                focus(tree.path("focus")),
                RecordedSection.of(tree.path("recorded")));
    }

    private Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException noTime) {
            problems.add(
                    Problem.warning(NAME, "'now' is no time like 2026-11-11T09:07:10Z; the newest time seen is taken"));
            return Optional.empty();
        }
    }

    private Optional<Subject> focus(JsonNode focus) {
        if (focus.isNull() || focus.isMissingNode()) {
            return Optional.empty();
        }
        Subject subject = subject(focus);
        if (subject.kind().isEmpty() || subject.name().isEmpty()) {
            problems.add(Problem.warning(NAME, "'focus' names no object by kind and name; the whole is looked at"));
            return Optional.empty();
        }
        return Optional.of(subject);
    }

    static Subject subject(JsonNode node) {
        return new Subject(
                node.path("kind").asText(),
                node.path("namespace").asText(),
                node.path("name").asText());
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText()).filter(it -> !it.isBlank());
    }
}
