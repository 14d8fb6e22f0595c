package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.Probes.How;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A probe is wrong about a container that is well, and so the container is killed, or kept from its work. */
record ProbeIncorrect(ProbeKind kind, ProbeFault fault) implements Cause {

    /** All that can be wrong with all probes; the time that one gives is the last to be blamed. */
    static List<Cause> all() {
        return Stream.of(ProbeFault.values())
                .flatMap(fault -> Stream.of(ProbeKind.values()).<Cause>map(kind -> new ProbeIncorrect(kind, fault)))
                .toList();
    }

    @Override
    public About about() {
        String id = "%s-probe-incorrect-%s".formatted(kind, fault).toLowerCase(Locale.ROOT);
        About about = kind == ProbeKind.READINESS
                ? About.of(id, "probe-misconfigured", Ailment.NOT_READY)
                : About.of(id, "probe-misconfigured", Ailment.CRASHING, Ailment.NOT_READY);
        return about.means("The %s %s.".formatted(kind.words(), fault.words()))
                .confirmedBy(
                        "what the kubelet was answered, compared with what the container declares, says and is asked else")
                .refutedBy("the probe is answered, or what it is answered speaks against the container")
                .cure(fault.cure());
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (inquiry.object(symptom.subject()).isEmpty()) {
            return new Ruling.Open("the container's specification cannot be seen", inquiry.unavailable());
        }
        return ProbeTrouble.of(kind, symptom, inquiry)
                .filter(trouble -> !passesFormer(trouble, symptom, inquiry))
                .<Ruling>flatMap(trouble ->
                        fault.weigh(trouble).map(confidence -> confirmed(symptom, inquiry, trouble, confidence)))
                .orElseGet(
                        () -> new Ruling.Refuted("nothing says that the %s %s".formatted(kind.words(), fault.words())));
    }

    /** Where pods of another revision pass the same probe in time, it is not the probe that is too short. */
    private boolean passesFormer(ProbeTrouble trouble, Symptom symptom, Inquiry inquiry) {
        return fault == ProbeFault.TIMING
                && trouble.changed().isEmpty()
                && Recent.formerWorks(inquiry.topOwner(symptom.subject()), symptom, inquiry);
    }

    private Ruling confirmed(Symptom symptom, Inquiry inquiry, ProbeTrouble trouble, Confidence confidence) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        Ruling.Confirmed ruling = Ruling.confirmed(
                        workload,
                        confidence,
                        "The %s of container %s %s".formatted(kind.words(), symptom.part(), fault.words()))
                .claim(Claim.of(
                        "the %s is %s; the container declares or is asked at ports %s"
                                .formatted(kind.words(), trouble.probe(), trouble.open()),
                        new Probe.OfObject(symptom.subject())))
                .claim(Claim.tainted("the kubelet said: " + trouble.said(), new Probe.OfEvents(symptom.subject())))
                .remedy(remedy(symptom, inquiry, trouble))
                .advice(fault.cure())
                .harmful("restarting or deleting the pods: the next ones are asked in the same way");
        Ruling.Confirmed heard = trouble.heard().isEmpty()
                ? ruling
                : ruling.claim(Claim.tainted(
                        "its log says that it listens on " + trouble.heard(),
                        new Probe.OfLogs(symptom.subject(), symptom.part(), false)));
        return Recent.tell(heard, trouble.changed());
    }

    /** Only a port can be put right without knowing more, and only when there is one that it can be. */
    private Optional<Action> remedy(Symptom symptom, Inquiry inquiry, ProbeTrouble trouble) {
        Optional<Object> right = before(trouble).or(() -> known(trouble));
        Optional<String> handler = handler(trouble.probe().how());
        return right.filter(_ -> fault == ProbeFault.PORT)
                .flatMap(port -> handler.flatMap(field -> Patches.ofContainer(
                        inquiry.topOwner(symptom.subject()),
                        symptom,
                        inquiry,
                        kind.field(),
                        Map.of(field, Map.of("port", port)),
                        "let the %s of container %s ask port %s instead of %s"
                                .formatted(
                                        kind.words(),
                                        symptom.part(),
                                        port,
                                        trouble.probe().port()))));
    }

    private static Optional<Object> before(ProbeTrouble trouble) {
        return trouble.changed()
                .filter(change -> change.edit().path().endsWith("/port"))
                .flatMap(Edited::from)
                .map(port -> port.matches("\\d{1,5}") ? (Object) Integer.valueOf(port) : port);
    }

    private static Optional<Object> known(ProbeTrouble trouble) {
        TreeSet<Integer> heard = new TreeSet<>(trouble.heard());
        heard.retainAll(trouble.open());
        TreeSet<Integer> ports = heard.isEmpty() ? new TreeSet<>(trouble.open()) : heard;
        return ports.size() == 1 ? Optional.of(ports.first()) : Optional.empty();
    }

    private static Optional<String> handler(How how) {
        return switch (how) {
            case HTTP -> Optional.of("httpGet");
            case TCP -> Optional.of("tcpSocket");
            case GRPC -> Optional.of("grpc");
            case COMMAND -> Optional.empty();
        };
    }
}
