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
        return confirmed(symptom, said.get(), secrets, shown.get(), inquiry);
    }

    private static Ruling confirmed(
            Symptom symptom, PullRefusal.Said said, PullSecret secrets, ResourceRef shown, Inquiry inquiry) {
        Optional<Edited> renewed = secrets.named().stream()
                .flatMap(secret -> Recent.change(secret, symptom, inquiry, _ -> true).stream())
                .findFirst();
        Optional<Edited> image = otherRepository(Recent.ofContainer(secrets.workload(), symptom, inquiry, Topic.IMAGE));
        boolean other = renewed.isEmpty() && image.isPresent();
        Optional<ResourceRef> keeper = Keeper.suspended(shown, inquiry);
        Ruling.Confirmed ruling = Ruling.confirmed(
                        keeper.or(() -> renewed.map(Edited::ref)).orElse(other ? secrets.workload() : shown),
                        renewed.isPresent() ? Confidence.STRONG : Confidence.LIKELY,
                        "The image of container %s may not be pulled with the credentials in %s"
                                .formatted(symptom.part(), shown))
                .claim(PullSecret.denial(said, symptom))
                .claim(Claim.of("%s is there and opens registries".formatted(shown), new Probe.OfObject(shown)))
                .advice("renew the credentials in %s, or check that they may read this image".formatted(shown))
                .harmful("restarting or deleting the pods: the next ones show the same credentials");
        Ruling.Confirmed told =
                keeper.map(cron -> ruling.claim(Keeper.claim(cron))).orElse(ruling);
        return Recent.tell(told, renewed.or(() -> image));
    }

    /** The same credentials opened the former tag of the same repository. */
    private static Optional<Edited> otherRepository(Optional<Edited> image) {
        return image.filter(edit -> !repository(edit.from()).equals(repository(edit.to())));
    }

    private static String repository(Optional<String> image) {
        String name = image.orElse("");
        int digest = name.indexOf('@');
        String tagged = digest < 0 ? name : name.substring(0, digest);
        int tag = tagged.lastIndexOf(':');
        return tag > tagged.lastIndexOf('/') ? tagged.substring(0, tag) : tagged;
    }
}
