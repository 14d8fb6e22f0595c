package io.kubilitics.gateway.accuracy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.report.Report;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What an answer comes down to. */
record Answer(String status, List<Found> causes) {

    static final List<String> CLASSES = Stream.of(Confidence.values())
            .map(confidence -> confidence.name().toLowerCase(Locale.ROOT))
            .toList();

    Answer {
        causes = List.copyOf(causes);
    }

    /**
     * A cause that was chosen.
     *
     * @param surest 0 for the surest class
     */
    record Found(String cause, String category, String kind, String namespace, String name, int surest) {

        private boolean isSame(Found other) {
            return cause.equals(other.cause) && isAt(other);
        }

        boolean isAt(Found other) {
            return kind.equals(other.kind) && namespace.equals(other.namespace) && name.equals(other.name);
        }

        @Override
        public String toString() {
            return "%s %s %s/%s".formatted(cause, kind, namespace, name);
        }
    }

    /** How one answer compares with another about the same. */
    enum Likeness {
        SAME,
        /** Some of the causes, and no other. */
        FEWER,
        INCONCLUSIVE,
        /** Called well, which it is not. */
        HEALTHY,
        /** Another cause, not as surely as the right one was found. */
        OTHER,
        /** Another cause, at least as surely. */
        OTHER_AS_SURELY
    }

    static Answer of(Report report) {
        return new Answer(
                report.status(), report.causes().stream().map(Answer::found).toList());
    }

    private static Found found(Report.Cause cause) {
        return new Found(
                cause.cause(),
                cause.category(),
                cause.object().kind(),
                cause.object().namespace(),
                cause.object().name(),
                CLASSES.indexOf(cause.confidence().toLowerCase(Locale.ROOT)));
    }

    /** As far as scorers read it. */
    String json() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", status);
        ArrayNode all = answer.putArray("causes");
        causes.forEach(found -> all.addObject()
                .put("cause", found.cause)
                .put("category", found.category)
                .putObject("object")
                .put("kind", found.kind)
                .put("namespace", found.namespace)
                .put("name", found.name));
        return answer.toString();
    }

    Answer renamed(UnaryOperator<String> renaming) {
        return new Answer(
                status,
                causes.stream()
                        .map(found -> new Found(
                                found.cause,
                                found.category,
                                found.kind,
                                renaming.apply(found.namespace),
                                renaming.apply(found.name),
                                found.surest))
                        .toList());
    }

    /** Of this one with the one that is right. */
    Likeness likeness(Answer right) {
        if (!status.equals("diagnosed")) {
            return status.equals(right.status)
                    ? Likeness.SAME
                    : status.equals("healthy") ? Likeness.HEALTHY : Likeness.INCONCLUSIVE;
        }
        List<Found> strangers =
                causes.stream().filter(found -> !right.has(found)).toList();
        if (strangers.isEmpty()) {
            return causes.size() == right.causes.size() ? Likeness.SAME : Likeness.FEWER;
        }
        int surest = right.causes.stream().mapToInt(Found::surest).min().orElse(Integer.MAX_VALUE);
        return strangers.stream().anyMatch(found -> found.surest <= surest) ? Likeness.OTHER_AS_SURELY : Likeness.OTHER;
    }

    private boolean has(Found found) {
        return causes.stream().anyMatch(found::isSame);
    }
}
