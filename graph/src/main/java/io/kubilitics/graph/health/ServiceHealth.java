package io.kubilitics.graph.health;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.CronJobFacts;
import io.kubilitics.graph.facts.DaemonSetFacts;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.JobFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.facts.StatefulSetFacts;
import io.kubilitics.graph.reach.ServicePorts;
import io.kubilitics.graph.reach.ServicePorts.Landing;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Relation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is unwell about a Service. One that somebody else keeps the endpoints of is theirs to judge. */
final class ServiceHealth {

    private static final Set<String> NO_BALANCER = Set.of("SyncLoadBalancerFailed", "CreatingLoadBalancerFailed");

    private ServiceHealth() {}

    static Stream<Symptom> symptoms(Resource service, ServiceFacts facts, Look look) {
        Optional<Symptom> balancer =
                facts.type().equals("LoadBalancer") && facts.reachedAt().isEmpty()
                        ? look.warning(service.ref(), NO_BALANCER)
                                .map(event -> new Symptom(
                                        Ailment.LOAD_BALANCER_FAILED, service.ref(), "", event.message(), event.last()))
                        : Optional.empty();
        boolean young = !look.lasting(service.meta().created(), Look.PATIENCE);
        if (facts.selector().isEmpty() || young) {
            return balancer.stream();
        }
        List<Resource> pods = look.pods(service.ref().namespace(), Selector.of(facts.selector()));
        return Stream.concat(
                balancer.stream(),
                port(service, facts, pods, look).or(() -> unanswered(service, facts, pods, look)).stream());
    }

    private static Optional<Symptom> unanswered(Resource service, ServiceFacts facts, List<Resource> pods, Look look) {
        boolean silent = look.readyEndpoints(service.ref()).stream().anyMatch(ready -> ready == 0);
        if (!silent || (facts.unready() && !pods.isEmpty()) || meant(service, facts, look)) {
            return Optional.empty();
        }
        String says = pods.isEmpty()
                ? "no pod has the labels that it selects"
                : "none of its %d pods is ready".formatted(pods.size());
        Instant since = Look.unready(pods.stream()).orElse(service.meta().changed());
        return Optional.of(new Symptom(Ailment.NO_ENDPOINTS, service.ref(), "", says, since));
    }

    /** What is scaled to zero or only runs at times has no pods on purpose, as long as nobody who runs depends on it. */
    private static boolean meant(Resource service, ServiceFacts facts, Look look) {
        Selector selector = Selector.of(facts.selector());
        List<Resource> behind = look.workloads(service.ref().namespace()).stream()
                .filter(resource -> makes(resource, selector))
                .toList();
        return !behind.isEmpty() && behind.stream().allMatch(ServiceHealth::idle) && !needed(service.ref(), look);
    }

    private static boolean makes(Resource resource, Selector selector) {
        return switch (resource.facts()) {
            case DeploymentFacts workload -> matches(workload.template(), selector);
            case StatefulSetFacts workload -> matches(workload.template(), selector);
            case DaemonSetFacts workload -> matches(workload.template(), selector);
            case JobFacts workload -> matches(workload.template(), selector);
            case CronJobFacts workload -> matches(workload.template(), selector);
            default -> false;
        };
    }

    private static boolean matches(PodTemplate template, Selector selector) {
        return selector.matches(template.labels());
    }

    private static boolean idle(Resource workload) {
        return switch (workload.facts()) {
            case DeploymentFacts facts -> facts.desired() == 0;
            case StatefulSetFacts facts -> facts.desired() == 0;
            case DaemonSetFacts facts -> facts.desired() == 0;
            default -> true;
        };
    }

    /** Traffic is sent to it, or a running pod has it among its settings. */
    private static boolean needed(ResourceRef service, Look look) {
        boolean routed = look.world()
                .from(service, Relation.Type.ROUTES_TO)
                .anyMatch(from -> look.world().find(from).isPresent());
        return routed
                || look.world()
                        .from(service, Relation.Type.CONNECTS_TO)
                        .flatMap(from -> look.world().find(from).stream())
                        .anyMatch(from -> from.facts() instanceof PodFacts pod && !pod.finished());
    }

    /**
     * A name that no container knows leads nowhere, unless whoever keeps the endpoints found it after all. A number that none mentions is only taken for wrong when the pods do say which
     * ports they have, and none of the Service's ports is among them.
     */
    private static Optional<Symptom> port(Resource service, ServiceFacts facts, List<Resource> pods, Look look) {
        List<PodTemplate> templates = pods.stream()
                .flatMap(pod -> pod.facts() instanceof PodFacts known ? Stream.of(known.template()) : Stream.empty())
                .distinct()
                .toList();
        if (templates.isEmpty()) {
            return Optional.empty();
        }
        List<ServicePorts.Resolved> ports = ServicePorts.of(facts, templates);
        boolean told = templates.stream().allMatch(ServicePorts::told);
        boolean named = templates.stream().anyMatch(ServiceHealth::namesPorts);
        boolean none = told && ports.stream().noneMatch(port -> port.landing() instanceof Landing.Exposed);
        return ports.stream()
                .filter(port -> port.landing() instanceof Landing.Nowhere || none)
                .filter(port -> !resolved(service, port, look))
                .filter(port ->
                        !(port.landing() instanceof Landing.Nowhere) || named || look.seesEndpoints(service.ref()))
                .findFirst()
                .map(port -> new Symptom(
                        Ailment.PORT_NOT_EXPOSED,
                        service.ref(),
                        port.port().name(),
                        "port %d leads to %s"
                                .formatted(port.port().number(), port.port().target()),
                        Look.later(Look.asItIs(service), first(pods))));
    }

    /** The pods before these may have had the port. */
    private static Instant first(List<Resource> pods) {
        return pods.stream()
                .map(pod -> pod.meta().created())
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** Some recordings leave the names of all ports out. */
    private static boolean namesPorts(PodTemplate template) {
        return template.containers().stream()
                .flatMap(container -> container.ports().stream())
                .anyMatch(port -> !port.name().isEmpty());
    }

    private static boolean resolved(Resource service, ServicePorts.Resolved port, Look look) {
        return port.landing() instanceof Landing.Nowhere
                && look.endpoints(service.ref()).stream()
                        .flatMap(list -> list.ports().stream())
                        .anyMatch(open -> open.name().equals(port.port().name()) && open.number() > 0);
    }
}
