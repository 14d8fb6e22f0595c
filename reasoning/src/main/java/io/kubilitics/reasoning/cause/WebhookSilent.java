package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.WebhooksFacts;
import io.kubilitics.graph.facts.WebhooksFacts.Webhook;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The API server has to ask a webhook, and nobody answers for it. */
final class WebhookSilent implements Cause {

    private static final Pattern CALL = Pattern.compile("failed calling webhook \"([^\"]{1,253})\"");

    @Override
    public About about() {
        return About.of(
                        "webhook-unavailable",
                        "webhook-unavailable",
                        Ailment.REPLICAS_NOT_CREATED,
                        Ailment.WEBHOOK_UNAVAILABLE)
                .means("The API server has to ask a webhook before it takes a change, and nobody answers for it.")
                .confirmedBy(
                        "the webhook's Service is away or has no pod that is ready, or the API server said that the call failed")
                .refutedBy("the API server gave another reason")
                .cure("bring back who answers for the webhook; if it was removed for good, delete its configuration");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (symptom.ailment() == Ailment.WEBHOOK_UNAVAILABLE) {
            return hooks(symptom.subject(), inquiry)
                    .filter(hook -> hook.name().equals(symptom.part()))
                    .findFirst()
                    .map(hook -> confirmed(symptom.subject(), hook, inquiry, symptom.says(), Confidence.STRONG))
                    .orElseGet(() -> new Ruling.Refuted("it is no webhook"));
        }
        Optional<String> said = RefusedPods.last(symptom, inquiry).map(RefusedPods.Said::words);
        Matcher call = CALL.matcher(said.orElse(""));
        return call.find()
                ? named(call.group(1), said.orElse(""), inquiry)
                : new Ruling.Refuted("no webhook was said to fail");
    }

    private static Ruling named(String name, String said, Inquiry inquiry) {
        for (Kind kind : List.of(Kind.VALIDATING_WEBHOOKS, Kind.MUTATING_WEBHOOKS)) {
            for (Resource configuration : inquiry.all(kind, "")) {
                Optional<Webhook> hook = hooks(configuration.ref(), inquiry)
                        .filter(each -> each.name().equals(name))
                        .findFirst();
                if (hook.isPresent()) {
                    return confirmed(configuration.ref(), hook.get(), inquiry, said, Confidence.STRONG);
                }
            }
        }
        return new Ruling.Open(
                "webhook %s fails, and its configuration cannot be seen".formatted(name), inquiry.unavailable());
    }

    private static Stream<Webhook> hooks(ResourceRef configuration, Inquiry inquiry) {
        return inquiry.facts(configuration, WebhooksFacts.class).stream().flatMap(facts -> facts.webhooks().stream());
    }

    /** The workload behind it comes back; a Service that is gone leaves only its configuration to be removed. */
    private static Ruling confirmed(
            ResourceRef configuration, Webhook hook, Inquiry inquiry, String said, Confidence confidence) {
        Optional<ResourceRef> service = hook.calls().service();
        Optional<ResourceRef> behind = service.flatMap(ref -> inquiry.to(ref, Relation.Type.SELECTS).stream()
                .filter(pod -> pod.kind().equals(Kind.POD))
                .findFirst()
                .map(inquiry::topOwner));
        ResourceRef object = behind.or(
                        () -> service.filter(ref -> inquiry.object(ref).isPresent()))
                .orElse(configuration);
        return Ruling.confirmed(
                        object,
                        confidence,
                        "Requests are refused: nobody answers for webhook %s".formatted(hook.name()))
                .claim(Claim.tainted("it is said: " + said, new Probe.OfObject(configuration)))
                .claim(Claim.of(
                        service.map(ref -> "%s asks %s".formatted(configuration, ref))
                                .orElse("%s asks somebody outside".formatted(configuration)),
                        new Probe.OfObject(configuration)))
                .advice("bring %s back, or delete %s if nobody needs it any more".formatted(object, configuration))
                .harmful("restarting the refused workloads: their next pods are refused too");
    }
}
