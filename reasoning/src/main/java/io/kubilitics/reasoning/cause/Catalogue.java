package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Symptom;
import java.util.List;
import java.util.stream.Stream;

/** The causes that compete, the most specific first. */
public record Catalogue(List<Cause> causes) {

    public Catalogue {
        causes = List.copyOf(causes);
    }

    public static Catalogue full() {
        return new Catalogue(List.of(
                new ConfigKeyMissing(),
                new ConfigObjectMissing(),
                new MemoryLimitLowered(),
                new MemoryLimitTooSmall(),
                PullFailure.NOT_FOUND,
                PullFailure.DENIED,
                PullFailure.UNREACHABLE,
                new ApplicationCrash(),
                new NothingWrong(),
                new SomethingUnseen()));
    }

    /** All that may explain a symptom. */
    public Stream<Cause> suspects(Symptom symptom) {
        return causes.stream().filter(cause -> cause.explains().contains(symptom.ailment()));
    }

    public Cause cause(String id) {
        return causes.stream()
                .filter(cause -> cause.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no cause is called " + id));
    }
}
