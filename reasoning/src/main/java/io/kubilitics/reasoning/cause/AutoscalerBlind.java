package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ApiServiceFacts;
import io.kubilitics.graph.facts.AutoscalerFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An autoscaler cannot tell how many pods are needed. */
enum AutoscalerBlind implements Cause {
    NO_TARGET("hpa-target-missing", "what it should scale does not exist"),
    NO_REQUESTS("hpa-requests-missing", "the pods do not say how much they request, and it goes by shares of that"),
    NO_METRICS("hpa-metrics-unavailable", "nobody tells it what the pods use");

    private static final Pattern REQUESTS = Pattern.compile("missing request for \\w+");
    private static final Pattern METRICS = Pattern.compile(
            "metrics\\.k8s\\.io|unable to (?:get|fetch) metrics|no metrics returned|FailedGet\\w+Metric|did not receive metrics");

    private final String id;
    private final String outcome;

    AutoscalerBlind(String id, String outcome) {
        this.id = id;
        this.outcome = outcome;
    }

    @Override
    public About about() {
        return About.of(id, "hpa-cannot-scale", Ailment.AUTOSCALER_STUCK, Ailment.SCALE_TARGET_MISSING)
                .means("An autoscaler cannot scale: %s.".formatted(outcome))
                .confirmedBy("its conditions, its target and who serves metrics")
                .refutedBy("it says something else")
                .cure(
                        switch (this) {
                            case NO_TARGET -> "name a target that exists, or create it";
                            case NO_REQUESTS -> "let every container of the target request what it needs";
                            case NO_METRICS -> "bring back who serves the metrics";
                        });
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        boolean missing = symptom.ailment() == Ailment.SCALE_TARGET_MISSING;
        boolean requests = REQUESTS.matcher(symptom.says()).find();
        boolean metrics = METRICS.matcher(symptom.says()).find();
        return switch (this) {
            case NO_TARGET -> missing ? ruling(symptom.subject(), symptom, Confidence.PROVEN) : refuted();
            case NO_REQUESTS ->
                requests && !missing ? ruling(target(symptom, inquiry), symptom, Confidence.STRONG) : refuted();
            case NO_METRICS ->
                metrics && !requests && !missing
                        ? ruling(source(symptom, inquiry), symptom, Confidence.LIKELY)
                        : refuted();
        };
    }

    private static Ruling refuted() {
        return new Ruling.Refuted("it says something else");
    }

    private static ResourceRef target(Symptom symptom, Inquiry inquiry) {
        return inquiry.facts(symptom.subject(), AutoscalerFacts.class)
                .flatMap(AutoscalerFacts::target)
                .orElse(symptom.subject());
    }

    /** The part of the API that should serve the metrics, when it is known to be down, or who answers there and is not well. */
    private static ResourceRef source(Symptom symptom, Inquiry inquiry) {
        List<ResourceRef> asked = inquiry.all(Kind.API_SERVICE, "").stream()
                .filter(api -> api.facts() instanceof ApiServiceFacts facts
                        && facts.group().equals(group(symptom.says())))
                .map(Resource::ref)
                .toList();
        return asked.stream()
                .filter(api -> !inquiry.health(api).isEmpty())
                .findFirst()
                .or(() -> asked.stream()
                        .flatMap(api -> inquiry.to(api, Relation.Type.SERVES_API).stream())
                        .flatMap(service -> Traffic.behind(service, inquiry).stream())
                        .flatMap(adapter -> unwell(adapter, inquiry).stream())
                        .findFirst())
                .orElse(symptom.subject());
    }

    private static String group(String says) {
        return says.contains("custom metrics API")
                ? "custom.metrics.k8s.io"
                : says.contains("external metrics API") ? "external.metrics.k8s.io" : "metrics.k8s.io";
    }

    /** The adapter itself, or whom it asks in vain. */
    private static Optional<ResourceRef> unwell(ResourceRef adapter, Inquiry inquiry) {
        return inquiry.complaints(adapter).stream()
                .filter(complaint -> complaint.grievance().ofPeer())
                .flatMap(complaint -> Traffic.called(complaint, inquiry))
                .filter(called -> !inquiry.health(called).isEmpty())
                .map(called ->
                        Traffic.behind(called, inquiry).stream().findFirst().orElse(inquiry.topOwner(called)))
                .findFirst()
                .or(() ->
                        Optional.of(adapter).filter(one -> !inquiry.health(one).isEmpty()));
    }

    private Ruling ruling(ResourceRef object, Symptom symptom, Confidence confidence) {
        return Ruling.confirmed(object, confidence, "%s cannot scale: %s".formatted(symptom.subject(), outcome))
                .claim(Claim.tainted("it says: " + symptom.says(), new Probe.OfObject(symptom.subject())))
                .advice(about().cure());
    }
}
