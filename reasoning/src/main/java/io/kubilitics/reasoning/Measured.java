package io.kubilitics.reasoning;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.signal.Aspect;
import io.kubilitics.reasoning.signal.Jump;
import io.kubilitics.reasoning.signal.NodeTrials;
import io.kubilitics.reasoning.signal.Overload;
import io.kubilitics.reasoning.signal.Repeats;
import io.kubilitics.reasoning.signal.Shifts;
import io.kubilitics.reasoning.signal.Shifts.App;
import io.kubilitics.reasoning.signal.Slowdown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What is unwell by numbers and by trials, while the objects say nothing of it. */
final class Measured {

    private final World world;
    private final Shifts shifts;
    private final NodeTrials trials;

    Measured(Scene scene, Shifts shifts) {
        this.world = scene.world();
        this.shifts = shifts;
        this.trials = new NodeTrials(scene.signals().probes());
    }

    Stream<Symptom> symptoms() {
        return Stream.of(performance(), nodeServices(), cutOff()).flatMap(each -> each);
    }

    private Stream<Symptom> performance() {
        List<App> slow = Slowdown.of(shifts).slow();
        List<App> overloaded = Overload.in(shifts).stream()
                .filter(app -> ofOneStory(app, slow))
                .toList();
        List<App> repeating = slow.isEmpty() && overloaded.isEmpty() ? Repeats.of(shifts) : List.of();
        return Stream.of(
                        slow.stream().map(app -> symptom(app, Ailment.SLOW, Aspect.LATENCY)),
                        overloaded.stream().map(app -> symptom(app, Ailment.OVERLOADED, Aspect.CPU)),
                        repeating.stream().map(app -> symptom(app, Ailment.PACKETS_REPEATED, Aspect.RECEIVED)),
                        Slowdown.losing(shifts).stream()
                                .map(node -> symptom(node, Ailment.PACKETS_REPEATED, Aspect.RETRANSMISSIONS)))
                .flatMap(each -> each);
    }

    /** While others are slow, what another needed at another time is noise. */
    private boolean ofOneStory(App app, List<App> slow) {
        Instant since = app.jump(Aspect.CPU).map(Jump::since).orElse(Instant.EPOCH);
        return slow.isEmpty()
                || slow.stream()
                        .flatMap(each -> each.jump(Aspect.LATENCY).stream())
                        .anyMatch(jump ->
                                Duration.between(since, jump.since()).abs().compareTo(shifts.blur()) <= 0);
    }

    private static Symptom symptom(App app, Ailment ailment, Aspect aspect) {
        Jump jump = app.jump(aspect).orElseThrow();
        return new Symptom(ailment, app.ref(), "", jump.toString(), jump.since());
    }

    private Stream<Symptom> nodeServices() {
        return trials.down().stream()
                .filter(service -> world.find(node(service.node())).isPresent())
                .flatMap(service -> Stream.concat(
                        Stream.of(new Symptom(
                                Ailment.NODE_SERVICE_DOWN,
                                node(service.node()),
                                NodeTrials.name(service),
                                service.active(),
                                Instant.EPOCH)),
                        NodeTrials.isScheduler(service) ? unscheduled() : Stream.empty()));
    }

    /** Without a scheduler nobody has to wait and see whether pods get a node. */
    private Stream<Symptom> unscheduled() {
        return world.all(Kind.POD)
                .filter(pod -> pod.facts() instanceof PodFacts facts
                        && facts.node().isEmpty()
                        && facts.gates().isEmpty()
                        && facts.condition("PodScheduled").isEmpty()
                        && !pod.meta().deleting())
                .map((Resource pod) -> new Symptom(
                        Ailment.UNSCHEDULED,
                        pod.ref(),
                        "",
                        "no scheduler has looked at it",
                        pod.meta().created()));
    }

    private Stream<Symptom> cutOff() {
        return trials.cutOff().stream()
                .map(Measured::node)
                .filter(node -> world.find(node).isPresent())
                .map(node -> new Symptom(
                        Ailment.SERVICES_NOT_REACHED,
                        node,
                        "",
                        "Services that answer to other nodes do not answer to it",
                        Instant.EPOCH));
    }

    private static ResourceRef node(String name) {
        return ResourceRef.clusterWide(Kind.NODE, name);
    }
}
