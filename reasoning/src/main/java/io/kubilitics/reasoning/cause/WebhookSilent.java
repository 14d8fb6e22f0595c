package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.cause.Hooks.Failing;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;
import java.util.regex.Pattern;

/** The API server has to ask a webhook, and nobody answers for it. */
final class WebhookSilent implements Cause {

    /** The API server does not know who signed the certificate: the configuration tells it whom to trust. */
    private static final Pattern DISTRUSTED =
            Pattern.compile("unknown authority|certificate is not valid for|is valid for ");

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
        Optional<String> name = Hooks.named(symptom, inquiry);
        if (name.isEmpty()) {
            return new Ruling.Refuted("no webhook was said to fail");
        }
        return Hooks.failing(name.get(), symptom, inquiry)
                .<Ruling>map(failing -> confirmed(failing, inquiry))
                .orElseGet(() -> new Ruling.Open(
                        "webhook %s fails, and its configuration cannot be seen".formatted(name.get()),
                        inquiry.unavailable()));
    }

    /**
     * The workload behind it comes back, unless it is shut out itself; of a Service that was taken away nobody but its configuration
     * is left.
     */
    private static Ruling confirmed(Failing failing, Inquiry inquiry) {
        ResourceRef configuration = failing.configuration();
        Optional<ResourceRef> service = failing.calls().service();
        Optional<Edited> edit = service.flatMap(ref -> moved(ref, inquiry));
        boolean itself = DISTRUSTED.matcher(failing.said()).find() || failing.shutsItselfOut(inquiry);
        ResourceRef object = edit.map(Edited::ref)
                .or(() -> Optional.of(configuration).filter(_ -> itself))
                .or(() -> failing.workload(inquiry))
                .or(() -> service.filter(ref -> inquiry.object(ref).isPresent()))
                .orElse(configuration);
        Ruling.Confirmed ruling = Ruling.confirmed(
                        object,
                        Confidence.STRONG,
                        "Requests are refused: nobody answers for webhook %s".formatted(failing.name()))
                .claim(Claim.tainted("it is said: " + failing.said(), new Probe.OfObject(configuration)))
                .claim(Claim.of(
                        service.map(ref -> "%s asks %s".formatted(configuration, ref))
                                .orElse("%s asks somebody outside".formatted(configuration)),
                        new Probe.OfObject(configuration)))
                .advice(
                        object.equals(configuration)
                                ? "mend %s: whoever should answer is shut out by it, or nobody is there"
                                        .formatted(object)
                                : "bring %s back, or delete %s if nobody needs it any more"
                                        .formatted(object, configuration))
                .harmful("restarting the refused workloads: their next pods are refused too");
        return Recent.tell(ruling, edit);
    }

    /** What made the Service lead elsewhere. */
    private static Optional<Edited> moved(ResourceRef service, Inquiry inquiry) {
        return inquiry.changes(service)
                .edits()
                .filter(change -> change.topic() == Topic.PORT || change.topic() == Topic.SELECTOR)
                .reduce((_, later) -> later);
    }
}
