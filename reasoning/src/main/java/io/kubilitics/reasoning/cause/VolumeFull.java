package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.Mount;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.VolumeUse;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program cannot write to its volume any more: the volume is full. */
final class VolumeFull implements Cause {

    @Override
    public About about() {
        return About.of("volume-full", "storage-full", Traffic.cutOffAnd(Ailment.DISK_FULL))
                .means("A program cannot write to its volume any more: the volume is full.")
                .confirmedBy("its log says that no space is left, and it keeps its files on a volume of its own")
                .refutedBy("its log says nothing of the kind, or it has no volume of its own")
                .cure(
                        "make the claim larger if its class allows that, or delete what is not needed, first of all old logs");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        return Stream.concat(
                        Traffic.complaints(symptom, inquiry),
                        // A caller is told by a store that the store's disk is full.
                        Traffic.complaints(symptom, inquiry)
                                .flatMap(one -> Stores.of(one, inquiry).stream())
                                .flatMap(store -> inquiry.complaints(store).stream()))
                .filter(one -> one.grievance() == Grievance.DISK_FULL)
                .flatMap(one -> claim(one, inquiry).map(claim -> confirmed(one, claim, inquiry)).stream())
                .findFirst()
                .orElseGet(() -> new Ruling.Refuted("nobody says that a volume of its own is full"));
    }

    /** The one whose path the line names, or the only one there is. */
    private static Optional<ResourceRef> claim(Complaint complaint, Inquiry inquiry) {
        Optional<PodTemplate> template = inquiry.facts(complaint.by(), PodFacts.class)
                .map(PodFacts::template)
                .or(() -> Traffic.template(complaint.by(), inquiry));
        List<VolumeUse> claims = template.map(PodTemplate::volumes).orElse(List.of()).stream()
                .filter(volume -> volume.source()
                        .filter(source -> source.kind().equals(Kind.CLAIM))
                        .isPresent())
                .toList();
        Optional<String> named = template.map(PodTemplate::containers).orElse(List.of()).stream()
                .filter(container ->
                        complaint.container().isEmpty() || container.name().equals(complaint.container()))
                .map(ContainerSpec::mounts)
                .flatMap(List::stream)
                .filter(mount -> complaint.sample().contains(mount.path()))
                .max(Comparator.comparingInt(mount -> mount.path().length()))
                .map(Mount::volume);
        return claims.stream()
                .filter(volume -> named.map(volume.name()::equals).orElse(claims.size() == 1))
                .flatMap(volume -> volume.source().stream())
                .findFirst();
    }

    private static Ruling confirmed(Complaint complaint, ResourceRef claim, Inquiry inquiry) {
        ResourceRef workload = inquiry.topOwner(complaint.by());
        return Ruling.confirmed(
                        claim, Confidence.STRONG, "%s is full: %s cannot write to it".formatted(claim, workload))
                .claim(Claim.tainted(
                        "the log of %s says %d times: %s".formatted(workload, complaint.count(), complaint.sample()),
                        new Probe.OfComplaints(workload)))
                .claim(Claim.of("it keeps its files there", new Probe.OfObject(complaint.by())))
                .advice("make %s larger if its class allows that, or delete what is not needed there".formatted(claim))
                .harmful("restarting %s: the volume stays full, and it may not come up again".formatted(workload))
                .harmful("deleting the claim: its data would go with it");
    }
}
