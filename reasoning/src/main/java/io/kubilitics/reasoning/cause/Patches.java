package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.Optional;
import java.util.Set;

/** Patches of workloads whose pods follow their template by themselves; the pods of others can never be changed. */
final class Patches {

    private static final Set<Kind> ROLLED_OUT = Set.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET);

    private Patches() {}

    /** Of a field of the container that a symptom speaks of. */
    static Optional<Action> ofContainer(
            ResourceRef workload, Symptom symptom, Inquiry inquiry, String field, Object value, String why) {
        boolean main = Containers.spec(symptom, inquiry)
                .filter(spec -> spec.role() == ContainerSpec.Role.MAIN)
                .isPresent();
        return ROLLED_OUT.contains(workload.kind()) && main
                ? Optional.of(new Action.Patch(workload, Fields.ofContainer(symptom.part(), field, value), why))
                : Optional.empty();
    }
}
