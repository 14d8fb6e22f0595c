package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.fit.Fitting;
import io.kubilitics.graph.fit.NodeFit;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.query.Affected;
import io.kubilitics.graph.query.BlastRadius;
import io.kubilitics.graph.query.Harm;
import io.kubilitics.graph.reach.NetworkReach;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.log.OwnTrouble;
import io.kubilitics.reasoning.log.Redaction;
import io.kubilitics.reasoning.signal.Shifts;
import io.kubilitics.reasoning.symptom.Keeping;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers from one scene. */
public final class SceneToolbox implements Toolbox {

    private final Scene scene;
    private final World world;
    private final NetworkReach reach;
    private final WorkloadLogs logs;
    private final Shifts shifts;
    private @Nullable Fitting fitting;

    public SceneToolbox(Scene scene) {
        this.scene = scene;
        this.world = scene.world();
        this.reach = new NetworkReach(world);
        this.logs = new WorkloadLogs(scene);
        this.shifts = Shifts.of(world, scene.signals());
    }

    /** What was read of logs is read once. */
    public WorkloadLogs logs() {
        return logs;
    }

    /** What was read of numbers is read once, too. */
    public Shifts shifts() {
        return shifts;
    }

    @Override
    public Evidence answer(Probe probe) {
        return switch (probe) {
            case Probe.OfObject(var ref) -> object(ref);
            case Probe.OfKind(var kind, var namespace) -> objects(kind, namespace);
            case Probe.OfGone(var kind, var namespace) -> related(scene.gone(kind, namespace));
            case Probe.OfRelated(var from, var type) -> related(world.to(from, type));
            case Probe.OfReferrers(var to, var type) -> related(world.from(to, type));
            case Probe.OfEvents(var about) -> new Evidence.Events(world.events(about));
            case Probe.OfLogs wanted -> clean(scene.logs().lines(wanted));
            case Probe.OfTroubles(var pod, var container, var previous) ->
                troubles(scene.logs().lines(new Probe.OfLogs(pod, container, previous)));
            case Probe.OfStores(var namespace) -> stores(namespace);
            case Probe.OfComplaints(var workload) -> new Evidence.Complaints(logs.complaints(workload));
            case Probe.OfChanges(var ref) -> new Evidence.Changes(scene.changes(ref));
            case Probe.OfNeighbours(var ref) -> new Evidence.Neighbours(world.topOwner(ref));
            case Probe.OfHealth(var ref) -> new Evidence.Unwell(Health.of(world, ref, scene.now()));
            case Probe.OfAffected(var ref, var harm) -> affected(ref, harm);
            case Probe.OfFit(var pod) -> fits(pod);
            case Probe.OfReach(var from, var to, var port, var protocol) ->
                new Evidence.Reach(reach.mayReach(from, to, port, protocol));
            case Probe.OfIntent(var ref) ->
                found(scene.signals().meant().find(ref), "nobody has said how %s was meant".formatted(ref));
            case Probe.OfMetrics() -> measured();
            case Probe.OfShifts() -> new Evidence.Shifted(shifts);
            case Probe.OfAlerts() -> new Evidence.Alerts(scene.signals().alerts());
            case Probe.OfTrials() -> new Evidence.Tried(scene.signals().probes());
            case Probe.OfRights _ -> new Evidence.Unavailable("rights cannot be asked for yet");
            case Probe.OfPolicy _ -> new Evidence.Unavailable("policies cannot be asked for yet");
        };
    }

    private static Evidence troubles(Evidence log) {
        if (!(log instanceof Evidence.Lines(var lines))) {
            return log;
        }
        Map<OwnTrouble, String> last = OwnTrouble.lastOfEach(lines);
        last.replaceAll((_, line) -> Redaction.of(line));
        return new Evidence.Troubles(last);
    }

    private Evidence stores(String namespace) {
        return new Evidence.Objects(
                Stream.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET)
                        .flatMap(kind -> world.all(kind, namespace).sorted(Comparator.comparing(Resource::ref)))
                        .filter(maker -> PodTemplate.of(maker.facts())
                                .filter(Keeping::isDone)
                                .isPresent())
                        .toList(),
                world.listed(Kind.STATEFUL_SET, namespace));
    }

    private static Evidence clean(Evidence log) {
        return log instanceof Evidence.Lines(var lines)
                ? new Evidence.Lines(lines.stream().map(Redaction::of).toList())
                : log;
    }

    private Evidence object(ResourceRef ref) {
        return switch (world.presence(ref)) {
            case PRESENT -> new Evidence.Found(world.find(ref).orElseThrow());
            case ABSENT -> new Evidence.Missing(ref);
            case UNSEEN -> new Evidence.Unavailable(unseen(ref.kind(), ref.namespace()));
        };
    }

    private Evidence objects(Kind kind, String namespace) {
        boolean everywhere = namespace.isEmpty();
        Stream<Resource> found = everywhere ? world.all(kind) : world.all(kind, namespace);
        boolean complete = everywhere ? world.listed(kind) : world.listed(kind, namespace);
        List<Resource> sorted =
                found.sorted(Comparator.comparing(Resource::ref)).toList();
        return sorted.isEmpty() && !complete
                ? new Evidence.Unavailable(unseen(kind, namespace))
                : new Evidence.Objects(sorted, complete);
    }

    private String unseen(Kind kind, String namespace) {
        boolean elsewhere =
                world.listed(kind) || !world.coverage().of(kind).namespaces().isEmpty();
        return elsewhere && !namespace.isEmpty()
                ? "%ss of namespace %s are not visible".formatted(kind, namespace)
                : kind + "s are not visible";
    }

    /** Every pod of the world is counted for it, so only once somebody asks. */
    private Evidence fits(ResourceRef pod) {
        if (fitting == null) {
            fitting = new Fitting(world);
        }
        List<NodeFit> nodes = fitting.of(pod);
        return nodes.isEmpty() ? new Evidence.Unavailable("no node can be seen") : new Evidence.Fits(nodes);
    }

    private static Evidence related(Stream<ResourceRef> refs) {
        return new Evidence.Related(refs.sorted().toList());
    }

    private static Evidence found(Optional<Resource> resource, String otherwise) {
        return resource.<Evidence>map(Evidence.Found::new).orElseGet(() -> new Evidence.Unavailable(otherwise));
    }

    private Evidence affected(ResourceRef ref, Harm harm) {
        Set<ResourceRef> affected = reached(ref, harm).collect(Collectors.toCollection(HashSet::new));
        affected.add(ref);
        new Deserted(world)
                .before(affected)
                .toList()
                .forEach(service -> Stream.concat(Stream.of(service), reached(service, Harm.UNWELL))
                        .forEach(affected::add));
        affected.remove(ref);
        return new Evidence.Affected(affected);
    }

    private Stream<ResourceRef> reached(ResourceRef ref, Harm harm) {
        return BlastRadius.of(world, ref, harm).affected().stream().map(Affected::ref);
    }

    private Evidence measured() {
        return scene.signals().metrics().series().isEmpty()
                ? new Evidence.Unavailable("no source of metrics is connected")
                : new Evidence.Measured(scene.signals().metrics());
    }
}
