package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An image cannot be pulled: three reasons that share a symptom and are told apart by what the registry, or its absence, said. */
enum PullFailure implements Cause {
    NOT_FOUND(
            "image-not-found",
            "image-pull-not-found",
            "does not exist in its registry",
            "not found|manifest unknown|no such image|couldn't parse image|invalid reference format"),
    DENIED(
            "image-pull-denied",
            "image-pull-auth",
            "may not be pulled with the credentials given",
            "unauthorized|authentication required|denied|forbidden"),
    UNREACHABLE(
            "registry-unreachable",
            "dependency-down",
            "cannot be pulled because its registry cannot be reached",
            "no such host|connection refused|i/o timeout|deadline exceeded|no route to host|x509|tls handshake");

    private final String id;
    private final String category;
    private final String outcome;
    private final Pattern signs;

    PullFailure(String id, String category, String outcome, String signs) {
        this.id = id;
        this.category = category;
        this.outcome = outcome;
        this.signs = Pattern.compile(signs, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public About about() {
        return About.of(id, category, Ailment.IMAGE_NOT_PULLED)
                .means("An image %s.".formatted(outcome))
                .confirmedBy("what the node was told by the registry, or by its absence")
                .refutedBy("it was told something else")
                .cure(
                        this == NOT_FOUND
                                ? "take the image back to one that exists"
                                : "mend the registry, or the way to it");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        List<EventNote> events = inquiry.events(symptom.subject());
        Optional<String> said = Stream.concat(
                        Stream.of(symptom.says()), events.stream().map(EventNote::message))
                .filter(text -> recognise(text).filter(this::equals).isPresent())
                .findFirst();
        Optional<ContainerSpec> container = Containers.spec(symptom, inquiry);
        if (said.isEmpty() || container.isEmpty()) {
            return events.isEmpty()
                    ? new Ruling.Open("nothing tells why the image was not pulled", List.of("the pod's events"))
                    : new Ruling.Refuted("nobody said so");
        }
        return confirmed(symptom, inquiry, container.get().image(), said.get());
    }

    /** A message about a denial may also say "not found"; nobody is denied by a registry that is not there. */
    private static Optional<PullFailure> recognise(String text) {
        return Stream.of(UNREACHABLE, DENIED, NOT_FOUND)
                .filter(failure -> failure.signs.matcher(text).find())
                .findFirst();
    }

    private Ruling confirmed(Symptom symptom, Inquiry inquiry, String image, String said) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        Optional<Edited> changed = inquiry.changes(workload)
                .latest(Topic.IMAGE, symptom.part())
                .filter(change -> change.to().equals(Optional.of(image)))
                .filter(change -> Timeline.order(change.at(), symptom.since()) != Timeline.Order.AFTER);
        Ruling.Confirmed ruling = Ruling.confirmed(
                        workload,
                        changed.isPresent() ? Confidence.STRONG : Confidence.LIKELY,
                        "Image %s of container %s %s".formatted(image, symptom.part(), outcome))
                .claim(Claim.of(
                        "container %s asks for %s".formatted(symptom.part(), image),
                        new Probe.OfObject(symptom.subject())))
                .claim(Claim.tainted("the node was told: " + said, new Probe.OfEvents(symptom.subject())))
                .remedy(
                        this == NOT_FOUND
                                ? changed.flatMap(Edited::from).map(before -> remedy(workload, symptom.part(), before))
                                : Optional.empty())
                .harmful("restarting or deleting the pods: the next ones pull the same image");
        return changed.map(change -> ruling.claim(
                        Claim.of("%s at %s".formatted(change, change.at()), new Probe.OfChanges(workload))))
                .orElse(ruling);
    }

    private static Action remedy(ResourceRef workload, String container, String before) {
        return new Action.Patch(
                workload,
                Fields.ofContainer(container, "image", before),
                "take container %s back to image %s, which ran before the change".formatted(container, before));
    }
}
