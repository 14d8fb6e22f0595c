package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who calls whom, and what they say of each other: what causes between workloads ask alike. */
final class Traffic {

    /** How a workload that is not reached, or reaches nobody, shows itself or its Service. */
    static final Ailment[] CUT_OFF = {
        Ailment.CRASHING,
        Ailment.NOT_READY,
        Ailment.NO_ENDPOINTS,
        Ailment.CANNOT_REACH,
        Ailment.TURNED_AWAY,
        Ailment.PORT_UNREACHABLE,
        Ailment.REQUESTS_FAIL,
        Ailment.JOB_FAILED,
        Ailment.POD_FAILED,
        Ailment.FAILING
    };

    /** What a running program says of somebody. */
    private static final Set<Ailment> TOLD =
            Set.of(Ailment.CANNOT_REACH, Ailment.TURNED_AWAY, Ailment.DISK_FULL, Ailment.FAILING);

    private static final Set<Ailment> BROKEN =
            Set.of(Ailment.NO_ENDPOINTS, Ailment.PORT_NOT_EXPOSED, Ailment.CRASHING, Ailment.NOT_READY);

    private Traffic() {}

    static Ailment[] cutOffAnd(Ailment... more) {
        return Stream.concat(Stream.of(CUT_OFF), Stream.of(more)).toArray(Ailment[]::new);
    }

    /** The workload that is unwell: of a Service those whose pods it leads to. */
    static List<ResourceRef> workloads(Symptom symptom, Inquiry inquiry) {
        return symptom.subject().kind().equals(Kind.SERVICE)
                ? behind(symptom.subject(), inquiry)
                : List.of(inquiry.topOwner(symptom.subject()));
    }

    /** Those whose pods a Service leads to. */
    static List<ResourceRef> behind(ResourceRef service, Inquiry inquiry) {
        return inquiry.to(service, Relation.Type.SELECTS).stream()
                .map(inquiry::topOwner)
                .distinct()
                .toList();
    }

    /** The Service that a symptom is about: itself, or the one that is called in vain. */
    static Optional<ResourceRef> service(Symptom symptom, Inquiry inquiry) {
        if (symptom.subject().kind().equals(Kind.SERVICE)) {
            return Optional.of(symptom.subject());
        }
        return symptom.ailment() == Ailment.CANNOT_REACH
                ? inquiry.complaints(symptom.subject()).stream()
                        .filter(complaint -> complaint.peer().toString().equals(symptom.part()))
                        .flatMap(complaint -> complaint.target().stream())
                        .filter(target -> target.kind().equals(Kind.SERVICE))
                        .findFirst()
                : Optional.empty();
    }

    /** What the workload complains of in earnest. */
    static Stream<Complaint> complaints(Symptom symptom, Inquiry inquiry) {
        return workloads(symptom, inquiry).stream()
                .flatMap(workload -> inquiry.complaints(workload).stream())
                .filter(complaint -> complaint.severity() != Severity.INFORMATION)
                .filter(complaint -> bears(symptom, complaint, inquiry));
    }

    /** Of one that works, only what goes on counts; of one that does not, its last words do. */
    private static boolean bears(Symptom symptom, Complaint complaint, Inquiry inquiry) {
        boolean told = TOLD.contains(symptom.ailment());
        return told
                ? complaint.peer().toString().equals(symptom.part())
                : inquiry.facts(complaint.by(), PodFacts.class)
                        .map(pod -> !pod.ready())
                        .orElse(false);
    }

    /** Whom a complaint is about: whom it names, or, where it names nobody, all whom the program has among its settings. */
    static Stream<ResourceRef> called(Complaint complaint, Inquiry inquiry) {
        return complaint.target().isPresent()
                        || (complaint.peer().told() && !complaint.peer().vague())
                ? complaint.target().stream()
                : Stream.of(complaint.by(), inquiry.topOwner(complaint.by()))
                        .flatMap(caller -> inquiry.to(caller, Relation.Type.CONNECTS_TO).stream())
                        .distinct();
    }

    static List<PodTemplate> templates(ResourceRef service, Inquiry inquiry) {
        return inquiry.to(service, Relation.Type.SELECTS).stream()
                .flatMap(pod -> inquiry.facts(pod, PodFacts.class).stream())
                .map(PodFacts::template)
                .distinct()
                .toList();
    }

    /** Whether it leads to pods that are ready, as far as can be seen. */
    static boolean sound(ResourceRef service, Inquiry inquiry) {
        if (service.kind().equals(Kind.POD)) {
            return inquiry.facts(service, PodFacts.class)
                    .filter(PodFacts::ready)
                    .isPresent();
        }
        return inquiry.facts(service, ServiceFacts.class)
                        .filter(facts -> facts.selector().isEmpty()
                                || !inquiry.to(service, Relation.Type.SELECTS).isEmpty()
                                || !inquiry.complete(Kind.POD, service.namespace()))
                        .isPresent()
                && inquiry.health(service).stream().map(Symptom::ailment).noneMatch(BROKEN::contains)
                && behind(service, inquiry).stream()
                        .flatMap(workload -> inquiry.health(workload).stream())
                        .findAny()
                        .isEmpty();
    }

    /** What makes pods in a namespace. */
    static List<Resource> makers(String namespace, Inquiry inquiry) {
        return Stream.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET)
                .flatMap(kind -> inquiry.all(kind, namespace).stream())
                .toList();
    }

    static Optional<PodTemplate> template(ResourceRef workload, Inquiry inquiry) {
        return inquiry.object(workload).flatMap(Traffic::template);
    }

    static Optional<PodTemplate> template(Resource workload) {
        return PodTemplate.of(workload.facts());
    }

    /** What would make the pods that a Service selects. */
    static List<Resource> makers(ResourceRef service, Inquiry inquiry) {
        return inquiry.facts(service, ServiceFacts.class)
                .filter(facts -> !facts.selector().isEmpty())
                .map(facts -> Selector.of(facts.selector()))
                .map(selector -> makers(service.namespace(), inquiry).stream()
                        .filter(maker -> template(maker)
                                .filter(template -> selector.matches(template.labels()))
                                .isPresent())
                        .toList())
                .orElse(List.of());
    }

    /**
     * A call that went wrong.
     *
     * @param complaint of the one who called
     */
    record Call(Complaint complaint, ResourceRef called) {}

    /** The first of the calls that found nobody, of those to whom this applies. */
    static Optional<Call> vain(Symptom symptom, Inquiry inquiry, Predicate<ResourceRef> which) {
        return complaints(symptom, inquiry)
                .filter(complaint -> complaint.grievance().ofNetwork())
                .flatMap(complaint ->
                        called(complaint, inquiry).filter(which).map(called -> new Call(complaint, called)))
                .findFirst();
    }
}
