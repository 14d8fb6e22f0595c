package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Amount;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A quota leaves too little for what is to be made, told apart by what runs short. */
enum QuotaExceeded implements Cause {
    CPU("namespace-cpu-quota-exceeded", "(?:(?:requests|limits)\\.)?cpu"),
    MEMORY("namespace-memory-quota-exceeded", "(?:(?:requests|limits)\\.)?memory"),
    PODS("namespace-pod-quota-exceeded", "(?:count/)?pods"),
    SERVICES("namespace-service-quota-exceeded", "(?:count/)?services(?:\\..+)?"),
    STORAGE("namespace-storage-quota-exceeded", ".*storage|.*persistentvolumeclaims"),
    OBJECTS("namespace-object-quota-exceeded", ".*");

    private final String id;
    private final Pattern resources;

    QuotaExceeded(String id, String resources) {
        this.id = id;
        this.resources = Pattern.compile(resources);
    }

    @Override
    public About about() {
        return About.of(id, "quota-exceeded", Ailment.REPLICAS_NOT_CREATED, Ailment.UNSCHEDULED, Ailment.NOT_THERE)
                .means("A quota of the namespace leaves too little for what is to be made.")
                .confirmedBy("what the quota allows, what is used and what is asked for")
                .refutedBy("the quotas leave enough, or something else was said to be the reason")
                .cure("raise the quota, or ask for less");
    }

    /** Every resource belongs to the first family that knows it. */
    private boolean mine(String resource) {
        return List.of(values()).stream()
                .filter(family -> family.resources.matcher(resource).matches())
                .findFirst()
                .filter(this::equals)
                .isPresent();
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (symptom.ailment() == Ailment.REPLICAS_NOT_CREATED) {
            return pods(symptom, inquiry);
        }
        List<ResourceRef> missing = symptom.ailment() == Ailment.NOT_THERE
                ? List.of(symptom.subject())
                : inquiry.to(symptom.subject(), Relation.Type.MOUNTS).stream()
                        .filter(ref -> ref.kind().equals(Kind.CLAIM) && Volumes.missing(ref, symptom, inquiry))
                        .toList();
        return missing.stream()
                .flatMap(ref -> lacking(ref, inquiry).stream()
                        .map(lack -> confirmed(lack, inquiry.meant(ref).isPresent(), ref)))
                .findFirst()
                .orElseGet(() -> missing.isEmpty() || inquiry.unavailable().isEmpty()
                        ? new Ruling.Refuted("no quota is in the way of it")
                        : new Ruling.Open("how much it would take is not known", inquiry.unavailable()));
    }

    private Optional<Quotas.Lack> lacking(ResourceRef missing, Inquiry inquiry) {
        return Quotas.lacking(missing.namespace(), QuotaDemand.of(missing, inquiry.meant(missing)), inquiry)
                .filter(lack -> mine(lack.resource()));
    }

    private Ruling confirmed(Quotas.Lack lack, boolean meant, ResourceRef missing) {
        return ruling(
                        lack.quota().ref(),
                        meant ? Confidence.PROVEN : Confidence.LIKELY,
                        "%s is not there".formatted(missing))
                .claim(Claim.of(lack.toString(), new Probe.OfObject(lack.quota().ref())));
    }

    private Ruling pods(Symptom symptom, Inquiry inquiry) {
        Optional<RefusedPods.Said> said = RefusedPods.last(symptom, inquiry);
        if (said.isEmpty()) {
            return byCount(symptom, inquiry);
        }
        Optional<Quotas.Exceeded> exceeded = Quotas.exceeded(said.get().words());
        boolean first = exceeded.flatMap(
                        told -> told.requested().keySet().stream().findFirst())
                .filter(this::mine)
                .isPresent();
        return first
                ? told(symptom, inquiry, said.get(), exceeded.orElseThrow())
                : new Ruling.Refuted("the API server gave another reason");
    }

    private Ruling told(Symptom symptom, Inquiry inquiry, RefusedPods.Said said, Quotas.Exceeded exceeded) {
        ResourceRef ref = ResourceRef.of(Kind.QUOTA, symptom.subject().namespace(), exceeded.quota());
        Optional<Resource> quota = inquiry.object(ref);
        Optional<Quotas.Lack> lack = quota.flatMap(found -> Quotas.lacking(found, exceeded.requested()));
        if (quota.isPresent() && lack.isEmpty()) {
            return new Ruling.Refuted("%s leaves enough by now".formatted(ref));
        }
        Ruling.Confirmed ruling = ruling(
                        ref,
                        lack.isPresent() ? Confidence.PROVEN : Confidence.LIKELY,
                        "pods of %s cannot be made".formatted(symptom.subject()))
                .claim(Claim.tainted("the API server said: " + said.words(), new Probe.OfEvents(said.about())));
        return lack.map(found -> ruling.claim(Claim.of(found.toString(), new Probe.OfObject(ref))))
                .orElse(ruling);
    }

    private Ruling byCount(Symptom symptom, Inquiry inquiry) {
        Map<String, Amount> asked = inquiry.object(symptom.subject())
                .map(Resource::facts)
                .flatMap(PodTemplate::of)
                .map(QuotaDemand::of)
                .orElse(Map.of());
        return Quotas.lacking(symptom.subject().namespace(), asked, inquiry)
                .filter(lack -> mine(lack.resource()))
                .<Ruling>map(lack -> ruling(
                                lack.quota().ref(),
                                Confidence.LIKELY,
                                "pods of %s cannot be made".formatted(symptom.subject()))
                        .claim(Claim.of(
                                lack.toString(), new Probe.OfObject(lack.quota().ref()))))
                .orElseGet(() -> new Ruling.Refuted("the quotas leave enough"));
    }

    private static Ruling.Confirmed ruling(ResourceRef quota, Confidence confidence, String outcome) {
        return Ruling.confirmed(quota, confidence, "%s leaves too little: %s".formatted(quota, outcome))
                .advice("raise %s if the namespace may have more, or ask for less".formatted(quota))
                .harmful("deleting the quota: it is there to protect the other tenants")
                .harmful("scaling down others in the namespace: they need what they have");
    }
}
