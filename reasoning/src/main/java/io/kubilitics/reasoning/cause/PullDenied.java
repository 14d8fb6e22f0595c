package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;

/** A registry does not accept the credentials that it is shown. */
final class PullDenied implements Cause {

    @Override
    public About about() {
        return About.of("image-pull-denied", "image-pull-auth", Ailment.IMAGE_NOT_PULLED)
                .means("A registry does not accept the credentials that it is shown.")
                .confirmedBy("the registry denied the image though a pull secret of the right type is there")
                .refutedBy("the registry said something else, or there are no credentials to show")
                .cure("renew the credentials in the pull secret");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<PullRefusal.Said> said = PullRefusal.last(symptom, inquiry);
        if (said.isEmpty()) {
            return new Ruling.Open("nothing tells why the image was not pulled", List.of("the pod's events"));
        }
        if (said.get().refusal() != PullRefusal.DENIED) {
            return new Ruling.Refuted("the registry did not deny it");
        }
        PullSecret secrets = PullSecret.of(symptom, inquiry);
        Optional<ResourceRef> shown = secrets.usable(inquiry);
        if (shown.isEmpty()) {
            return new Ruling.Refuted("no credentials that it could deny are known");
        }
        Optional<Edited> renewed = secrets.named().stream()
                .flatMap(secret -> Recent.change(secret, symptom, inquiry, _ -> true).stream())
                .findFirst();
        Optional<Edited> image = Recent.ofContainer(secrets.workload(), symptom, inquiry, Topic.IMAGE);
        boolean other = renewed.isEmpty() && image.isPresent();
        Ruling.Confirmed ruling = Ruling.confirmed(
                        renewed.map(Edited::ref).orElse(other ? secrets.workload() : shown.get()),
                        renewed.isPresent() ? Confidence.STRONG : Confidence.LIKELY,
                        "The image of container %s may not be pulled with the credentials in %s"
                                .formatted(symptom.part(), shown.get()))
                .claim(PullSecret.denial(said.get(), symptom))
                .claim(Claim.of(
                        "%s is there and opens registries".formatted(shown.get()), new Probe.OfObject(shown.get())))
                .advice("renew the credentials in %s, or check that they may read this image".formatted(shown.get()))
                .harmful("restarting or deleting the pods: the next ones show the same credentials");
        return Recent.tell(ruling, renewed.or(() -> image));
    }
}
