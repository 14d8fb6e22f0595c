package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the API server said last when it refused something that a workload wanted to be made. */
final class RefusedPods {

    private static final Set<String> REASONS = Set.of("FailedCreate", "FailedCreatePod", "FailedCreatePodReason");
    private static final Set<Kind> BETWEEN = Set.of(Kind.REPLICA_SET, Kind.JOB);

    private RefusedPods() {}

    /** Where a refusal was told: by the workload itself, or by what it makes its pods through. */
    record Said(String words, ResourceRef about) {}

    static Optional<Said> last(Symptom symptom, Inquiry inquiry) {
        ResourceRef subject = symptom.subject();
        Comparator<Told> byTime = Comparator.comparing(told -> told.event().last());
        Optional<Said> event = Stream.concat(
                        Stream.of(subject),
                        inquiry.to(subject, Relation.Type.OWNS).stream()
                                .filter(owned -> BETWEEN.contains(owned.kind())))
                .flatMap(ref -> inquiry.events(ref).stream().map(note -> new Told(note, ref)))
                .filter(told ->
                        told.event().warning() && REASONS.contains(told.event().reason()))
                .max(byTime.thenComparing(told -> told.event().uid()))
                .map(told -> new Said(told.event().message(), told.about()));
        // A condition says the same as long as it lasts; an event that is older than the symptom's words is gone by
        // then.
        return symptom.says().contains(" ") ? Optional.of(new Said(symptom.says(), subject)) : event;
    }

    private record Told(EventNote event, ResourceRef about) {}
}
