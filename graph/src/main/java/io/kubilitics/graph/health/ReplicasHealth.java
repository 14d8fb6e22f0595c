package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.facts.Resource;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is unwell in the same way about all that keep a number of pods. */
final class ReplicasHealth {

    private static final Set<String> NOT_CREATED = Set.of("FailedCreate", "FailedCreatePod");

    private ReplicasHealth() {}

    /** The API server refuses its pods: a quota, a missing account, a rule. */
    static Optional<Symptom> refused(Resource workload, boolean missing, Look look) {
        return missing
                ? look.warning(workload.ref(), NOT_CREATED)
                        .map(event -> new Symptom(
                                Ailment.REPLICAS_NOT_CREATED, workload.ref(), "", event.message(), event.last()))
                : Optional.empty();
    }

    /** Fewer work than are wanted, and nothing is under way to change that. */
    static Optional<Symptom> unavailable(Resource workload, int ready, int desired, Look look) {
        boolean few = ready < desired && look.lasting(workload.meta().created(), Look.SETTLING);
        if (!few || look.moving(workload.ref())) {
            return Optional.empty();
        }
        Instant since = Look.unready(look.ownPods(workload.ref()))
                .orElse(workload.meta().changed());
        return Optional.of(new Symptom(
                Ailment.REPLICAS_UNAVAILABLE,
                workload.ref(),
                "",
                "%d of %d are ready".formatted(ready, desired),
                since));
    }

    /** Its controller has not seen the present specification, though it had the time; said only when it is known since when. */
    static Stream<Symptom> outdated(Resource workload, boolean observed, Look look) {
        if (observed) {
            return Stream.empty();
        }
        Optional<Instant> written = workload.meta().edits().stream()
                .filter(edit -> edit.subresource().isEmpty())
                .map(Meta.Edit::at)
                .max(Instant::compareTo);
        return written
                .filter(at -> look.lasting(at, Look.SETTLING))
                .map(at -> new Symptom(Ailment.STATUS_OUTDATED, workload.ref(), "", "", at))
                .stream();
    }
}
