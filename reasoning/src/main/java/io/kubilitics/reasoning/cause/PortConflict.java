package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.ContainerPort;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.util.List;
import java.util.Optional;

/** Two containers of a pod, which share its network, want the same port. */
final class PortConflict implements Cause {

    @Override
    public About about() {
        return About.of("service-sidecar-port-conflict", "app-crash", Ailment.CRASHING, Ailment.NOT_READY)
                .means("Two containers of a pod want the same port.")
                .confirmedBy("its log says that the port is taken, and there is another container that can have it")
                .refutedBy("the log says nothing of the kind, or no other container runs beside it")
                .cure("let one of the two containers listen on another port");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        List<ContainerSpec> beside = LastWords.beside(symptom, inquiry);
        Optional<String> said = LastWords.complain(OwnTrouble.PORT_IN_USE, symptom, inquiry);
        Optional<ContainerPort> twice = declaredTwice(symptom, beside);
        if (said.isEmpty()) {
            return new Ruling.Refuted("its log does not say that a port is taken");
        }
        if (beside.size() < 2) {
            return new Ruling.Refuted("no other container of its pod can have the port");
        }
        Optional<Edited> changed = LastWords.setting(symptom, inquiry);
        boolean sure = twice.isPresent() || changed.isPresent();
        Ruling.Confirmed ruling = Ruling.confirmed(
                        inquiry.topOwner(symptom.subject()),
                        sure ? Confidence.STRONG : Confidence.LIKELY,
                        "Container %s ends because a port that it wants is taken by another container of its pod"
                                .formatted(symptom.part()))
                .claim(Claim.of(
                        "%d containers share the network of the pod: %s"
                                .formatted(
                                        beside.size(),
                                        beside.stream().map(ContainerSpec::name).toList()),
                        new Probe.OfObject(symptom.subject())))
                .claim(LastWords.claim(said.get(), symptom))
                .advice("let one of the containers listen on another port")
                .harmful("restarting: the port is taken again");
        return Recent.tell(ruling, changed);
    }

    private static Optional<ContainerPort> declaredTwice(Symptom symptom, List<ContainerSpec> beside) {
        List<Integer> others = beside.stream()
                .filter(container -> !container.name().equals(symptom.part()))
                .flatMap(container -> container.ports().stream())
                .map(ContainerPort::number)
                .toList();
        return beside.stream()
                .filter(container -> container.name().equals(symptom.part()))
                .flatMap(container -> container.ports().stream())
                .filter(port -> others.contains(port.number()))
                .findFirst();
    }
}
