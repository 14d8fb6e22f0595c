package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.ContainerSpec.Role;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.util.List;
import java.util.Optional;

/** What is to be done before a pod's work begins fails, and so it never begins. */
final class InitContainerFailure implements Cause {

    @Override
    public About about() {
        return About.of("init-container-failure", "init-container-failure", Ailment.CRASHING)
                .means("What is to be done before a pod's work begins fails, and so it never begins.")
                .confirmedBy("an init container ends with an error, and its last words or a change say more")
                .refutedBy("the container that ends is no init container")
                .cure("mend what the init container complains of");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<ContainerSpec> container = Containers.spec(symptom, inquiry);
        if (container.filter(spec -> spec.role() == Role.INIT).isEmpty()) {
            return new Ruling.Refuted("the container that ends is no init container");
        }
        Optional<String> said = LastWords.complain(OwnTrouble.ANY, symptom, inquiry);
        Optional<Edited> changed = LastWords.setting(symptom, inquiry);
        if (said.isEmpty() && changed.isEmpty()) {
            return new Ruling.Open(
                    "init container %s ends with %s and nothing tells why".formatted(symptom.part(), symptom.says()),
                    List.of("a log of container %s that says why it ends".formatted(symptom.part())));
        }
        Ruling.Confirmed ruling = Ruling.confirmed(
                        changed.map(Edited::ref).orElseGet(() -> inquiry.topOwner(symptom.subject())),
                        Confidence.LIKELY,
                        "Init container %s fails, and the pod's work never begins".formatted(symptom.part()))
                .claim(Claim.of("it ended with " + symptom.says(), new Probe.OfObject(symptom.subject())))
                .advice("mend what the init container complains of")
                .harmful("leaving the init container out: what it prepares would be missing");
        return Recent.tell(
                said.map(line -> ruling.claim(LastWords.claim(line, symptom))).orElse(ruling), changed);
    }
}
