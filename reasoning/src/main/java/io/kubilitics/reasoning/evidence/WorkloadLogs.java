package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.LogReader;
import io.kubilitics.reasoning.signal.Probes.ErrorLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the programs of a workload complain of: in the logs of all its pods, the former instances too, and in what others summed up of them. */
public final class WorkloadLogs {

    /** Pods of one workload say the same; more of them say nothing new. */
    private static final int MOST_PODS = 5;

    private final Scene scene;
    private final World world;
    private final Directory directory;
    private final Map<ResourceRef, List<Complaint>> read = new HashMap<>();

    public WorkloadLogs(Scene scene) {
        this.scene = scene;
        this.world = scene.world();
        this.directory = new Directory(world);
    }

    /** Of a workload, or of a pod that nobody made. */
    public List<Complaint> complaints(ResourceRef workload) {
        return read.computeIfAbsent(workload, this::find);
    }

    private List<Complaint> find(ResourceRef workload) {
        List<Complaint> found = new ArrayList<>();
        pods(workload).limit(MOST_PODS).forEach(pod -> found.addAll(ofPod(pod)));
        if (found.isEmpty()) {
            ErrorLog summary = scene.signals().probes().errors().get(workload.name());
            if (summary != null) {
                List<String> lines =
                        summary.samples().stream().flatMap(String::lines).toList();
                found.addAll(LogReader.read(workload, "", false, lines));
            }
        }
        return found.stream()
                .map(complaint -> complaint.about(directory.find(
                        workload.namespace(),
                        complaint.peer(),
                        complaint.grievance().ofNames())))
                .toList();
    }

    private List<Complaint> ofPod(ResourceRef pod) {
        return world.find(pod).stream()
                .flatMap(found -> found.facts() instanceof PodFacts facts
                        ? facts.template().containers().stream()
                        : Stream.empty())
                .map(ContainerSpec::name)
                .flatMap(container -> Stream.of(false, true).flatMap(former -> log(pod, container, former).stream()))
                .toList();
    }

    private List<Complaint> log(ResourceRef pod, String container, boolean former) {
        return scene.logs().lines(new Probe.OfLogs(pod, container, former)) instanceof Evidence.Lines(var lines)
                ? LogReader.read(pod, container, former, lines)
                : List.of();
    }

    /** Those that fail first: they have more to say. */
    private Stream<ResourceRef> pods(ResourceRef workload) {
        if (workload.kind().equals(Kind.POD)) {
            return Stream.of(workload);
        }
        List<ResourceRef> owned = world.to(workload, Relation.Type.OWNS).toList();
        return (owned.isEmpty() ? below(workload) : owned.stream())
                .flatMap(one -> one.kind().equals(Kind.POD) ? Stream.of(one) : pods(one))
                .sorted(Comparator.comparing(this::ready).thenComparing(pod -> pod));
    }

    /** Where what stands between them cannot be seen. */
    private Stream<ResourceRef> below(ResourceRef workload) {
        return workload.kind().equals(Kind.DEPLOYMENT) && !world.listed(Kind.REPLICA_SET, workload.namespace())
                ? world.all(Kind.POD, workload.namespace())
                        .map(Resource::ref)
                        .filter(pod -> world.topOwner(pod).equals(workload))
                : Stream.empty();
    }

    private boolean ready(ResourceRef pod) {
        return world.find(pod)
                .map(found -> found.facts() instanceof PodFacts facts && facts.ready())
                .orElse(false);
    }
}
