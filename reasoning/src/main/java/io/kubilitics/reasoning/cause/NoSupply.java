package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.DaemonSetFacts;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.fit.Obstacle;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.symptom.Supplying;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A pod finds no room, and whoever should bring more nodes, or tell what devices they have, does not do his work. */
final class NoSupply implements Cause {

    private static final Set<Obstacle> OF_NODES = Set.of(Obstacle.CPU, Obstacle.MEMORY);

    @Override
    public About about() {
        return About.of("node-supply-unavailable", "scheduling-unsatisfiable", Ailment.UNSCHEDULED)
                .means(
                        "A pod finds no room, and whoever should bring nodes, or tell what devices they have, does not do so.")
                .confirmedBy(
                        "the obstacle is a shortage, and the one who supplies it is unwell, complains, or runs nowhere")
                .refutedBy("nobody supplies it, or he is well")
                .cure("mend who brings the nodes or tells of the devices");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        return of(symptom, inquiry)
                .<Ruling>map(supplier -> Ruling.confirmed(
                                supplier,
                                Confidence.STRONG,
                                "%s finds no room, and %s, which should bring it, does not do its work"
                                        .formatted(inquiry.topOwner(symptom.subject()), supplier))
                        .claim(Claim.of(
                                "%s is unwell, or runs nowhere".formatted(supplier), new Probe.OfHealth(supplier)))
                        .claim(Claim.tainted(
                                "the scheduler says: " + symptom.says(), new Probe.OfObject(symptom.subject())))
                        .advice("mend %s".formatted(supplier))
                        .harmful("deleting the waiting pods: the next ones find no room either"))
                .orElseGet(() -> new Ruling.Refuted("nobody who would bring it is unwell"));
    }

    /** Who should bring what is short, and does not. */
    static Optional<ResourceRef> of(Symptom symptom, Inquiry inquiry) {
        Optional<Obstacle> lacking = Placing.of(symptom, inquiry).decisive();
        if (lacking.filter(OF_NODES::contains).isPresent()) {
            List<Resource> suppliers = inquiry.all(Kind.DEPLOYMENT, "").stream()
                    .filter(Supplying::bringsNodes)
                    .toList();
            // One at zero may have been replaced by another.
            boolean nobody = suppliers.stream().allMatch(NoSupply::nowhere);
            return suppliers.stream()
                    .filter(supplier -> nobody || fails(supplier.ref(), inquiry))
                    .map(Resource::ref)
                    .findFirst();
        }
        return lacking.filter(Obstacle.OTHER_RESOURCE::equals).isPresent()
                ? inquiry.all(Kind.DAEMON_SET, "").stream()
                        .filter(Supplying::bringsDevices)
                        .filter(supplier -> nowhere(supplier) || fails(supplier.ref(), inquiry))
                        .map(Resource::ref)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean nowhere(Resource supplier) {
        return switch (supplier.facts()) {
            case DaemonSetFacts facts -> facts.desired() == 0;
            case DeploymentFacts facts -> facts.desired() == 0;
            default -> false;
        };
    }

    private static boolean fails(ResourceRef supplier, Inquiry inquiry) {
        Stream<ResourceRef> parts =
                Stream.concat(Stream.of(supplier), inquiry.to(supplier, Relation.Type.OWNS).stream());
        List<ResourceRef> all = parts.toList();
        return all.stream().anyMatch(part -> !inquiry.health(part).isEmpty())
                || inquiry.complaints(supplier).stream()
                        .anyMatch(complaint -> complaint.grievance().turnedAway() && complaint.count() > 2);
    }
}
