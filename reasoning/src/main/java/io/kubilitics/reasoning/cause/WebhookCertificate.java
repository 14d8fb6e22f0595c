package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.cause.Hooks.Failing;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.util.Optional;

/** The API server has to ask a webhook, and the certificate that it is shown there is no longer good. */
final class WebhookCertificate implements Cause {

    @Override
    public About about() {
        return About.of(
                        "webhook-certificate-expired",
                        "cert-expired",
                        Ailment.REPLICAS_NOT_CREATED,
                        Ailment.WEBHOOK_UNAVAILABLE)
                .means(
                        "The API server has to ask a webhook, and the certificate that it is shown there is no longer good.")
                .confirmedBy(
                        "what the API server said of the call, and the date in the certificate where it can be seen")
                .refutedBy("the call was said to fail for another reason")
                .cure("renew the certificate of who answers for the webhook, and find out why nobody did");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<String> name = Hooks.named(symptom, inquiry);
        if (name.isEmpty() || !OwnTrouble.CERTIFICATE_OVER.isIn(Hooks.said(symptom, inquiry))) {
            return new Ruling.Refuted("no webhook was said to show an old certificate");
        }
        Optional<Failing> failing = Hooks.failing(name.get(), symptom, inquiry);
        Optional<ResourceRef> workload = failing.flatMap(each -> each.workload(inquiry));
        Optional<ResourceRef> secret = workload.flatMap(ref -> Expired.of(ref, symptom.since(), inquiry));
        Optional<ResourceRef> shown = secret.or(() -> workload.flatMap(ref -> Expired.only(ref, inquiry)));
        ResourceRef object = shown.or(() -> workload)
                .or(() -> failing.map(Failing::configuration))
                .orElse(symptom.subject());
        return Ruling.confirmed(
                        object,
                        secret.isPresent() ? Confidence.PROVEN : Confidence.STRONG,
                        "Requests are refused: the certificate of webhook %s is no longer good".formatted(name.get()))
                .claim(Claim.tainted(
                        "it is said: " + Hooks.said(symptom, inquiry), new Probe.OfEvents(symptom.subject())))
                .claim(Claim.of("the certificate is in " + object, new Probe.OfObject(object)))
                .advice("renew the certificate in %s, and find out why nobody did".formatted(object))
                .harmful("deleting the webhook's configuration: what it should forbid would be let in");
    }
}
