package io.kubilitics.reasoning.symptom;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.evidence.WorkloadLogs;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import io.kubilitics.reasoning.log.Redaction;
import io.kubilitics.reasoning.signal.Alert;
import io.kubilitics.reasoning.signal.Probes.Connection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trouble between workloads: who says that it cannot reach somebody, whose port did not answer when it was tried, and requests to
 * whom fail. What a log tells of the past, or told once or twice, is no trouble.
 */
public final class Connections {

    private static final List<Kind> SPEAK =
            List.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET, Kind.JOB, Kind.POD);

    private final Scene scene;
    private final World world;
    private final Scope scope;
    private final WorkloadLogs logs;

    private Connections(Scene scene, Scope scope, WorkloadLogs logs) {
        this.logs = logs;
        this.scene = scene;
        this.world = scene.world();
        this.scope = scope;
    }

    public static Stream<Symptom> symptoms(Scene scene, Scope scope, WorkloadLogs logs) {
        Connections connections = new Connections(scene, scope, logs);
        return Stream.of(
                        connections.said(),
                        connections.tried(),
                        connections.alerted(),
                        Misroutes.symptoms(scene, scope),
                        Misaddresses.symptoms(scene.world(), scope))
                .flatMap(symptoms -> symptoms);
    }

    /** Logs of a living cluster are not read through for this: there may be thousands. */
    private Stream<Symptom> said() {
        if (!scene.logs().atHand()) {
            return Stream.empty();
        }
        return SPEAK.stream()
                .flatMap(world::all)
                .map(Resource::ref)
                .filter(ref -> scope.includes(world, ref) && world.topOwner(ref).equals(ref))
                .flatMap(ref -> said(ref, logs.complaints(ref)));
    }

    /** One for each peer, the earliest; errors of its own count only where it says nothing more telling. */
    private Stream<Symptom> said(ResourceRef workload, List<Complaint> complaints) {
        Map<String, Symptom> byPeer = new LinkedHashMap<>();
        for (Complaint complaint : complaints) {
            Ailment ailment = ofItsCallers(workload, complaint) ? null : ailment(complaint.grievance());
            if (ailment != null && Severities.count(complaint) && complaint.goesOn(scene.now())) {
                byPeer.putIfAbsent(
                        ailment + complaint.peer().toString(),
                        new Symptom(
                                ailment, workload, complaint.peer().toString(), complaint.sample(), since(complaint)));
            }
        }
        return byPeer.values().stream().filter(symptom -> symptom.ailment() != Ailment.FAILING || byPeer.size() == 1);
    }

    /** Where no line tells its time, not before there was anybody to write it. */
    private Instant since(Complaint complaint) {
        return complaint.since().equals(Instant.EPOCH)
                ? world.find(complaint.by())
                        .filter(by -> by.ref().kind().equals(Kind.POD))
                        .map(by -> by.meta().created())
                        .orElse(Instant.EPOCH)
                : complaint.since();
    }

    /** What a program that is asked about warns of: whoever asks has a reason. */
    public static Stream<Symptom> warnings(Scene scene, Scope asked, WorkloadLogs logs) {
        if (!(asked instanceof Scope.Below(var tops))) {
            return Stream.empty();
        }
        return tops.stream()
                .sorted()
                .flatMap(top -> answering(scene.world(), top))
                .distinct()
                .flatMap(top -> logs.complaints(top).stream()
                        .filter(complaint ->
                                complaint.grievance() == Grievance.OWN_WARNING && complaint.goesOn(scene.now()))
                        .limit(1)
                        .map(complaint ->
                                new Symptom(Ailment.FAILING, top, "", complaint.sample(), complaint.since())));
    }

    /** Whose programs answer for it: its own, or those behind it. */
    private static Stream<ResourceRef> answering(World world, ResourceRef asked) {
        Relation.Type behind = asked.kind().equals(Kind.SERVICE) ? Relation.Type.SELECTS : Relation.Type.ROUTES_TO;
        return asked.kind().equals(Kind.SERVICE) || asked.kind().equals(Kind.INGRESS)
                ? world.to(asked, behind).flatMap(next -> answering(world, next))
                : Stream.of(world.topOwner(asked));
    }

    /** Who keeps data or accounts of others and says that somebody's password is wrong does not speak of its own. */
    private boolean ofItsCallers(ResourceRef workload, Complaint complaint) {
        return complaint.ofStrangers() || ofItsUsers(workload, complaint);
    }

    private boolean ofItsUsers(ResourceRef workload, Complaint complaint) {
        return complaint.grievance() == Grievance.CREDENTIALS_REFUSED
                && !complaint.peer().told()
                && world.find(workload)
                        .flatMap(found -> PodTemplate.of(found.facts()))
                        .filter(Keeping::isDone)
                        .isPresent();
    }

    private static @Nullable Ailment ailment(Grievance grievance) {
        return switch (grievance) {
            case DISK_FULL -> Ailment.DISK_FULL;
            case OWN_ERROR -> Ailment.FAILING;
            default ->
                grievance.turnedAway() ? Ailment.TURNED_AWAY : grievance.ofNetwork() ? Ailment.CANNOT_REACH : null;
        };
    }

    private Stream<Symptom> tried() {
        return scene.signals().probes().connections().stream()
                .filter(tried -> tried.result().toLowerCase(Locale.ROOT).contains("fail"))
                .flatMap(tried -> tried(tried).stream());
    }

    private Optional<Symptom> tried(Connection tried) {
        ResourceRef service = ResourceRef.of(Kind.SERVICE, tried.namespace(), tried.service());
        return world.find(service)
                .filter(found -> scope.includes(world, service) && serves(found, tried.port()))
                .map(_ -> new Symptom(
                        Ailment.PORT_UNREACHABLE,
                        service,
                        Integer.toString(tried.port()),
                        "somebody tried to connect and could not",
                        Instant.EPOCH));
    }

    private static boolean serves(Resource service, int port) {
        return service.facts() instanceof ServiceFacts facts
                && facts.ports().stream().anyMatch(open -> open.number() == port);
    }

    private Stream<Symptom> alerted() {
        return scene.signals().alerts().stream()
                .filter(alert -> alert.name().toLowerCase(Locale.ROOT).contains("error"))
                .flatMap(alert -> alerted(alert).stream())
                .distinct();
    }

    private Optional<Symptom> alerted(Alert alert) {
        String namespace = alert.subject().namespace();
        return world.all(Kind.SERVICE)
                .map(Resource::ref)
                .filter(service -> service.name().equals(alert.subject().name())
                        && (namespace.isEmpty() || service.namespace().equals(namespace))
                        && scope.includes(world, service))
                .findFirst()
                .map(service ->
                        new Symptom(Ailment.REQUESTS_FAIL, service, "", Redaction.of(alert.message()), Instant.EPOCH));
    }
}
