package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.time.Order;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A container needs more memory than it may have: a change gave it less than it had, its limit always was too small, or it leaks. */
final class OomKilled implements Cause {

    private static final Pattern OF_MEMORY = Pattern.compile(
            "-Xm[sx]|MaxRAM|old-space|heap|memory|mem[_-]|cache|buffer|batch|worker|concurren|pool|parallel|prefetch|GOMEMLIMIT",
            Pattern.CASE_INSENSITIVE);

    @Override
    public About about() {
        return About.of(
                        "oom-killed",
                        "oom-killed",
                        Ailment.OUT_OF_MEMORY,
                        Ailment.SANDBOX_NOT_CREATED,
                        Ailment.CONTAINER_NOT_CREATED,
                        Ailment.CRASHING)
                .means(
                        "A container needs more memory than it may have: its limit was lowered, is too small, or it leaks.")
                .confirmedBy(
                        "it was killed for want of memory and has a limit; a change that lowered it makes it surer")
                .refutedBy("the container has no limit of its own: the node itself ran short")
                .cure("give the container back the limit it had; otherwise find out how much it needs");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        boolean killed = symptom.ailment() == Ailment.OUT_OF_MEMORY || saysSo(symptom.says());
        if (!killed) {
            return new Ruling.Refuted("nothing says that it was killed for want of memory");
        }
        Optional<PodTemplate> template =
                inquiry.object(symptom.subject()).map(Resource::facts).flatMap(PodTemplate::of);
        List<ContainerSpec> limited = template.map(PodTemplate::containers).orElse(List.of()).stream()
                .filter(spec -> symptom.part().isEmpty() || spec.name().equals(symptom.part()))
                .filter(spec -> spec.memoryLimit().isPresent())
                .toList();
        if (limited.isEmpty()) {
            return template.isPresent()
                    ? new Ruling.Refuted("the container has no memory limit: the node itself ran short")
                    : new Ruling.Open("the container's specification cannot be seen", inquiry.unavailable());
        }
        ContainerSpec container = limited.stream()
                .min((one, other) -> Long.compare(
                        one.memoryLimit().orElseThrow(), other.memoryLimit().orElseThrow()))
                .orElseThrow();
        return confirmed(symptom, inquiry, container, lowered(symptom, inquiry, container));
    }

    /** The kernel kills even what only just sets the container up. */
    private static boolean saysSo(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("oom-kill") || lower.contains("oomkill") || lower.contains("memory limit too low");
    }

    private static Optional<Edited> lowered(Symptom symptom, Inquiry inquiry, ContainerSpec container) {
        return Recent.change(
                        inquiry.topOwner(symptom.subject()),
                        symptom,
                        inquiry,
                        change -> change.topic() == Topic.MEMORY_LIMIT
                                && change.container().equals(container.name()))
                .filter(change -> Amounts.less(change.to(), change.from()));
    }

    private static Ruling confirmed(
            Symptom symptom, Inquiry inquiry, ContainerSpec container, Optional<Edited> lowered) {
        String limit = Amounts.text(container.memoryLimit());
        boolean inForce = lowered.filter(change -> Order.of(change.at(), symptom.since()) == Order.BEFORE)
                .filter(change -> Amounts.same(change.to(), container.memoryLimit()))
                .isPresent();
        Optional<Edited> setting = lowered.isPresent() ? Optional.empty() : setting(symptom, inquiry);
        Ruling.Confirmed ruling = Ruling.confirmed(
                        setting.map(Edited::ref).orElseGet(() -> inquiry.topOwner(symptom.subject())),
                        inForce ? Confidence.STRONG : Confidence.LIKELY,
                        summary(container, lowered))
                .claim(Claim.of(
                        "the container was killed (OOMKilled) at %s with a limit of %s"
                                .formatted(symptom.since(), limit),
                        new Probe.OfObject(symptom.subject())))
                .remedy(lowered.flatMap(Edited::from).flatMap(amount -> remedy(symptom, inquiry, amount)))
                // How much it needs is not known from a kill: no other figure is proposed.
                .advice(lowered.isPresent() ? "" : "find out how much it needs; raise the limit or mend the leak")
                .harmful("restarting: the new container has the same limit");
        return Recent.tell(ruling, lowered.or(() -> setting));
    }

    /** A setting that says how much memory the program takes for itself, changed since it last had enough. */
    private static Optional<Edited> setting(Symptom symptom, Inquiry inquiry) {
        return LastWords.sources(symptom, inquiry)
                .filter(source -> source.kind().equals(Kind.CONFIG_MAP))
                .flatMap(source -> Recent.change(
                        source,
                        symptom,
                        inquiry,
                        edit -> edit.topic() == Topic.KEY
                                && OF_MEMORY
                                        .matcher(edit.edit().words() + " "
                                                + edit.to().orElse(""))
                                        .find())
                        .stream())
                .findFirst();
    }

    private static String summary(ContainerSpec container, Optional<Edited> lowered) {
        return lowered.map(
                        change -> "Container %s is killed for want of memory since its limit was lowered from %s to %s"
                                .formatted(
                                        container.name(),
                                        change.from().orElse(Amounts.NONE),
                                        change.to().orElse(Amounts.NONE)))
                .orElseGet(() -> "Container %s needs more memory than its limit of %s"
                        .formatted(container.name(), Amounts.text(container.memoryLimit())));
    }

    private static Optional<Action> remedy(Symptom symptom, Inquiry inquiry, String before) {
        return Patches.ofContainer(
                inquiry.topOwner(symptom.subject()),
                symptom,
                inquiry,
                "resources",
                Map.of("limits", Map.of("memory", before)),
                "give container %s back its memory limit of %s, which it had before the change"
                        .formatted(symptom.part(), before));
    }
}
