package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;

/** An image cannot be pulled: reasons that share a symptom and are told apart by what the registry, or its absence, said. */
enum PullFailure implements Cause {
    NOT_FOUND(
            "incorrect-image-reference",
            "image-pull-not-found",
            PullRefusal.NOT_FOUND,
            "does not exist in its registry",
            "take the image back to one that exists"),
    PLATFORM(
            "image-platform-mismatch",
            "image-pull-not-found",
            PullRefusal.PLATFORM,
            "is not there for the node's processor",
            "build the image for the node's platform, or let the pod run where it fits"),
    NO_SUCH_HOST(
            "image-registry-dns-failure",
            "image-pull-not-found",
            PullRefusal.NO_SUCH_HOST,
            "cannot be pulled because the name of its registry leads nowhere",
            "correct the registry's name in the image, or the name service of the nodes"),
    TOO_MANY(
            "registry-rate-limited",
            "image-pull-auth",
            PullRefusal.TOO_MANY,
            "is not given out: its registry says that too many were asked for",
            "wait, pull with an account of your own, or through a mirror"),
    UNREACHABLE(
            "registry-unreachable",
            "dependency-down",
            PullRefusal.UNREACHABLE,
            "cannot be pulled because its registry cannot be reached",
            "mend the registry, or the way to it");

    private final String id;
    private final String category;
    private final PullRefusal sign;
    private final String outcome;
    private final String cure;

    PullFailure(String id, String category, PullRefusal sign, String outcome, String cure) {
        this.id = id;
        this.category = category;
        this.sign = sign;
        this.outcome = outcome;
        this.cure = cure;
    }

    @Override
    public About about() {
        return About.of(id, category, Ailment.IMAGE_NOT_PULLED)
                .means("An image %s.".formatted(outcome))
                .confirmedBy("what the node was told by the registry, or by its absence")
                .refutedBy("it was told something else")
                .cure(cure);
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<PullRefusal.Said> said = PullRefusal.last(symptom, inquiry);
        Optional<ContainerSpec> container = Containers.spec(symptom, inquiry);
        if (said.isEmpty() || container.isEmpty()) {
            return new Ruling.Open("nothing tells why the image was not pulled", List.of("the pod's events"));
        }
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        Optional<Edited> changed = Recent.ofContainer(workload, symptom, inquiry, Topic.IMAGE)
                .filter(change -> change.to().equals(Optional.of(container.get().image())));
        boolean misspelt = this == NOT_FOUND
                && said.get().refusal() == PullRefusal.DENIED
                && changed.filter(change -> change.from()
                                .map(before ->
                                        ImageName.misspelt(container.get().image(), before))
                                .orElse(false))
                        .isPresent();
        return said.get().refusal() == sign || misspelt
                ? confirmed(symptom, inquiry, said.get().words(), changed)
                : new Ruling.Refuted("the node was told something else");
    }

    private Ruling confirmed(Symptom symptom, Inquiry inquiry, String said, Optional<Edited> changed) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        String image =
                Containers.spec(symptom, inquiry).map(ContainerSpec::image).orElse("");
        boolean reference = this == NOT_FOUND || this == NO_SUCH_HOST || this == PLATFORM;
        Ruling.Confirmed ruling = Ruling.confirmed(
                        workload,
                        changed.isPresent() ? Confidence.STRONG : Confidence.LIKELY,
                        "Image %s of container %s %s".formatted(image, symptom.part(), outcome))
                .claim(Claim.of(
                        "container %s asks for %s".formatted(symptom.part(), image),
                        new Probe.OfObject(symptom.subject())))
                .claim(Claim.tainted("the node was told: " + said, new Probe.OfEvents(symptom.subject())))
                .remedy(changed.filter(_ -> reference)
                        .flatMap(Edited::from)
                        .flatMap(before -> Patches.ofContainer(
                                workload,
                                symptom,
                                inquiry,
                                "image",
                                before,
                                "take container %s back to image %s, which ran before the change"
                                        .formatted(symptom.part(), before))))
                .advice(cure)
                .harmful("restarting or deleting the pods: the next ones pull the same image");
        return Recent.tell(ruling, changed);
    }
}
