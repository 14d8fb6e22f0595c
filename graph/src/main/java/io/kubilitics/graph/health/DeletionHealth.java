package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.NamespaceFacts;
import io.kubilitics.graph.facts.Resource;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what is to be deleted gets deleted: somebody may have to let go of it first and never do so. */
final class DeletionHealth {

    private DeletionHealth() {}

    static Stream<Symptom> symptoms(Resource resource, Look look) {
        return resource.meta().deletion().stream()
                .filter(due -> look.lasting(due, Look.SETTLING))
                .map(due -> new Symptom(Ailment.DELETION_STUCK, resource.ref(), "", says(resource), due));
    }

    private static String says(Resource resource) {
        if (resource.facts() instanceof NamespaceFacts namespace) {
            String complaints = namespace.conditions().stream()
                    .filter(condition ->
                            condition.holds() && !condition.message().isEmpty())
                    .map(condition -> condition.message())
                    .collect(Collectors.joining(" "));
            if (!complaints.isEmpty()) {
                return complaints;
            }
        }
        return resource.meta().finalizers().isEmpty()
                ? ""
                : "finalizers: " + String.join(", ", resource.meta().finalizers());
    }
}
