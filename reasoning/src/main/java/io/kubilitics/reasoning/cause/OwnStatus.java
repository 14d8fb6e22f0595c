package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;

/** What an object is unwell of by its own status or specification alone; the one to mend is itself, or whom it names. */
enum OwnStatus implements Cause {
    LOAD_BALANCER(
            "load-balancer-failed",
            "dependency-down",
            Ailment.LOAD_BALANCER_FAILED,
            "see what the cloud refuses: a quota, a subnet, an annotation"),
    CLASS(
            "traffic-class-missing",
            "config-value-invalid",
            Ailment.CLASS_MISSING,
            "name a class that is installed, or install its controller"),
    GATEWAY_CLASS(
            "gateway-class-not-accepted",
            "config-value-invalid",
            Ailment.GATEWAY_CLASS_NOT_ACCEPTED,
            "install the controller that the class names, or name another"),
    GATEWAY(
            "gateway-not-accepted",
            "config-value-invalid",
            Ailment.GATEWAY_NOT_ACCEPTED,
            "mend what its controller complains of"),
    PROGRAMMED(
            "gateway-not-programmed",
            "dependency-down",
            Ailment.GATEWAY_NOT_PROGRAMMED,
            "mend what its controller complains of"),
    NO_GATEWAY(
            "gateway-missing",
            "ingress-backend-missing",
            Ailment.GATEWAY_MISSING,
            "create the Gateway again, or name one that is there"),
    ROUTE(
            "route-not-accepted",
            "config-value-invalid",
            Ailment.ROUTE_NOT_ACCEPTED,
            "let the Gateway's listeners allow it, or name one that does"),
    API(
            "api-service-unavailable",
            "dependency-down",
            Ailment.API_SERVICE_UNAVAILABLE,
            "bring back who answers for this part of the API"),
    NODE_NETWORK(
            "node-network-unavailable",
            "node-notready-common-cause",
            Ailment.NODE_NETWORK_UNAVAILABLE,
            "look after the network plugin on the node"),
    NODE_PROBLEM(
            "node-reports-problem",
            "node-notready-common-cause",
            Ailment.NODE_PROBLEM,
            "drain the node and repair or replace it"),
    CLAIM(
            "claim-lost",
            "pvc-unbound",
            Ailment.CLAIM_LOST,
            "bring the volume back, or restore its data into a new claim"),
    VOLUME("volume-failed", "pvc-unbound", Ailment.VOLUME_FAILED, "mend what the storage complains of"),
    SIZE(
            "claim-not-resized",
            "storage-full",
            Ailment.CLAIM_NOT_RESIZED,
            "let its storage class allow it, or move the data to a larger claim"),
    BUDGET(
            "disruption-budget-broken",
            "pdb-blocks-drain",
            Ailment.DISRUPTION_BUDGET_BROKEN,
            "let each pod be under one budget, and its owner have a size"),
    NAMES(
            "governing-service-missing",
            "dns",
            Ailment.GOVERNING_SERVICE_MISSING,
            "create the Service that gives the pods their names"),
    STORAGE(
            "stateful-storage-class-missing",
            "pvc-unbound",
            Ailment.STORAGE_CLASS_MISSING,
            "create the storage class, or name one that is there"),
    DEFINITION(
            "definition-not-established",
            "config-value-invalid",
            Ailment.DEFINITION_NOT_ESTABLISHED,
            "mend what the API server says of it"),
    OUTDATED(
            "controller-away",
            "dependency-down",
            Ailment.STATUS_OUTDATED,
            "look after the controller manager of the cluster");

    private final String id;
    private final String category;
    private final Ailment ailment;
    private final String cure;

    OwnStatus(String id, String category, Ailment ailment, String cure) {
        this.id = id;
        this.category = category;
        this.ailment = ailment;
        this.cure = cure;
    }

    @Override
    public About about() {
        return About.of(id, category, ailment)
                .means("By its own word: %s.".formatted(ailment.words()))
                .confirmedBy("its own status or specification")
                .refutedBy("never by itself: what explains it better comes first")
                .cure(cure);
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        ResourceRef object = object(symptom, inquiry);
        return Ruling.confirmed(
                        object,
                        object.equals(symptom.subject()) ? Confidence.LIKELY : Confidence.STRONG,
                        "%s: %s".formatted(symptom.subject(), ailment.words()))
                .claim(Claim.tainted(
                        symptom.says().isEmpty() ? ailment.words() : "it is said: " + symptom.says(),
                        new Probe.OfObject(symptom.subject())))
                .advice(cure);
    }

    /** Whom it names and who is not there, or who answers for it and does not. */
    private ResourceRef object(Symptom symptom, Inquiry inquiry) {
        ResourceRef subject = symptom.subject();
        return switch (this) {
            case NO_GATEWAY ->
                missing(subject, Relation.Type.ATTACHES_TO, inquiry).orElse(subject);
            case NAMES -> missing(subject, Relation.Type.NAMED_BY, inquiry).orElse(subject);
            case CLAIM -> missing(subject, Relation.Type.BOUND_TO, inquiry).orElse(subject);
            case API ->
                inquiry.from(subject, Relation.Type.SERVES_API).stream()
                        .findFirst()
                        .map(service -> Traffic.behind(service, inquiry).stream()
                                .findFirst()
                                .orElse(service))
                        .orElse(subject);
            default -> subject;
        };
    }

    private static Optional<ResourceRef> missing(ResourceRef from, Relation.Type type, Inquiry inquiry) {
        return inquiry.to(from, type).stream().filter(inquiry::missing).findFirst();
    }
}
