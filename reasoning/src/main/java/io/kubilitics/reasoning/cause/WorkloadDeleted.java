package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Deleted;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;
import java.util.stream.Stream;

/** A Service has no pods any more because somebody deleted the workload that made them. */
final class WorkloadDeleted implements Cause {

    private record Lost(ResourceRef service, Deleted workload) {}

    @Override
    public About about() {
        return About.of("workload-deleted", "dependency-down", Traffic.CUT_OFF)
                .means("A Service has no pods any more because somebody deleted the workload that made them.")
                .confirmedBy("its selector matches what the deleted workload made, and nothing that is left")
                .refutedBy("pods are there, or nobody was seen to delete any such workload")
                .cure("create the workload again from its manifest");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Stream<ResourceRef> services = Stream.concat(
                Stream.of(symptom.subject()).filter(subject -> subject.kind().equals(Kind.SERVICE)),
                Traffic.complaints(symptom, inquiry).flatMap(one -> Traffic.called(one, inquiry)));
        Optional<Lost> lost = services.filter(
                        service -> Traffic.behind(service, inquiry).isEmpty())
                .flatMap(service -> deleted(service, inquiry).map(workload -> new Lost(service, workload)))
                .findFirst();
        return lost.<Ruling>map(WorkloadDeleted::confirmed)
                .orElseGet(() -> new Ruling.Refuted("nobody was seen to delete what should answer"));
    }

    private static Stream<Deleted> deleted(ResourceRef service, Inquiry inquiry) {
        Optional<Selector> selector = inquiry.facts(service, ServiceFacts.class)
                .filter(facts -> !facts.selector().isEmpty())
                .map(facts -> Selector.of(facts.selector()));
        return selector.stream()
                .flatMap(wanted -> Stream.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET)
                        .flatMap(kind -> inquiry.gone(kind, service.namespace()).stream())
                        .flatMap(ref -> inquiry.changes(ref).deleted().stream())
                        .filter(gone -> gone.former()
                                .flatMap(former -> Traffic.template(former.resource()))
                                .filter(template -> wanted.matches(template.labels()))
                                .isPresent()));
    }

    private static Ruling confirmed(Lost lost) {
        ResourceRef workload = lost.workload().ref();
        return Ruling.confirmed(
                        workload,
                        Confidence.PROVEN,
                        "Nobody answers for %s: %s was deleted".formatted(lost.service(), workload))
                .claim(Recent.claim(lost.workload()))
                .claim(Claim.of("no pod has the labels that it selects", new Probe.OfObject(lost.service())))
                .advice("create %s again from its manifest".formatted(workload))
                .harmful("pointing the Service at other pods: they do not do this work");
    }
}
