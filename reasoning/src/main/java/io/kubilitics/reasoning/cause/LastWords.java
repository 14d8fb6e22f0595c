package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.ContainerSpec.Role;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a container said before it ended, and from where it has its settings. */
final class LastWords {

    private LastWords() {}

    /** The last line that complains of this, of the instance before or of this one. */
    static Optional<String> complain(OwnTrouble of, Symptom symptom, Inquiry inquiry) {
        return inquiry.trouble(of, symptom.subject(), symptom.part(), true)
                .or(() -> inquiry.trouble(of, symptom.subject(), symptom.part(), false))
                .or(() -> Optional.of(symptom.says()).filter(of::isIn));
    }

    static Claim claim(String line, Symptom symptom) {
        // Where no container is named, the symptom is what the workload's programs say.
        Probe source = symptom.part().isEmpty()
                ? new Probe.OfComplaints(symptom.subject())
                : new Probe.OfLogs(symptom.subject(), symptom.part(), true);
        return Claim.tainted("its log says: " + line, source);
    }

    /** The latest change of what the container is set to: of its workload's template, or of a ConfigMap or Secret that it reads. */
    static Optional<Edited> setting(Symptom symptom, Inquiry inquiry) {
        Stream<Edited> sources = sources(symptom, inquiry)
                .flatMap(source -> Recent.change(source, symptom, inquiry, _ -> true).stream());
        Stream<Edited> template = Recent.ofTemplate(inquiry.topOwner(symptom.subject()), symptom, inquiry).stream();
        return Stream.concat(sources, template)
                .reduce((one, other) -> other.at().isAfter(one.at()) ? other : one);
    }

    /** Every ConfigMap and Secret that the pod reads. */
    static Stream<ResourceRef> sources(Symptom symptom, Inquiry inquiry) {
        Symptom whole = new Symptom(symptom.ailment(), symptom.subject(), "", symptom.says(), symptom.since());
        return Need.of(whole, inquiry).stream().map(Need::source).distinct();
    }

    /** The containers that run beside each other in the symptom's pod. */
    static List<ContainerSpec> beside(Symptom symptom, Inquiry inquiry) {
        return inquiry
                .object(symptom.subject())
                .map(Resource::facts)
                .flatMap(PodTemplate::of)
                .map(PodTemplate::containers)
                .orElse(List.of())
                .stream()
                .filter(container -> container.role() == Role.MAIN || container.role() == Role.SIDECAR)
                .toList();
    }
}
