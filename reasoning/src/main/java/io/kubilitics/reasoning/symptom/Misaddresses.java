package io.kubilitics.reasoning.symptom;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Address;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.facts.StatefulSetFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Running workloads whose settings name a Service that does not exist while another of nearly that name does, which others call and they do not; or
 * a port that a Service does not have while others call one that it has. A Service that merely is not there may be optional.
 */
final class Misaddresses {

    private final World world;

    private Misaddresses(World world) {
        this.world = world;
    }

    static Stream<Symptom> symptoms(World world, Scope scope) {
        Misaddresses misaddresses = new Misaddresses(world);
        return Stream.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET)
                .flatMap(world::all)
                .filter(workload -> scope.includes(world, workload.ref()))
                .flatMap(misaddresses::of);
    }

    private Stream<Symptom> of(Resource workload) {
        List<Address> calls = calls(workload);
        return calls.stream()
                .filter(address -> wrongName(workload.ref(), address, calls) || wrongPort(workload.ref(), address))
                .distinct()
                .map(address -> new Symptom(
                        Ailment.ADDRESS_WRONG,
                        workload.ref(),
                        address.toString(),
                        "nothing answers there",
                        workload.meta().changed()));
    }

    private static List<Address> calls(Resource workload) {
        PodTemplate template = switch (workload.facts()) {
            case DeploymentFacts facts when facts.desired() > 0 -> facts.template();
            case StatefulSetFacts facts when facts.desired() > 0 -> facts.template();
            default -> null;
        };
        return template == null
                ? List.of()
                : template.containers().stream()
                        .flatMap(container -> container.environment().calls().stream())
                        .toList();
    }

    private boolean wrongName(ResourceRef workload, Address address, List<Address> calls) {
        ResourceRef named = address.service(workload.namespace()).orElse(null);
        if (named == null || world.presence(named) != Presence.ABSENT) {
            return false;
        }
        Set<ResourceRef> own = calls.stream()
                .flatMap(call -> call.service(workload.namespace()).stream())
                .collect(Collectors.toSet());
        return world.all(Kind.SERVICE, named.namespace())
                .map(Resource::ref)
                .filter(service -> !own.contains(service) && near(named.name(), service.name()))
                .anyMatch(service -> serves(service, address.port()) && calledBy(service, workload));
    }

    /** The same but for a few letters, or with something added. */
    private static boolean near(String written, String real) {
        return written.startsWith(real + "-")
                || written.startsWith(real + "_")
                || real.startsWith(written + "-")
                || (Math.abs(written.length() - real.length()) <= 1 && onlyOneDiffers(written, real));
    }

    private static boolean onlyOneDiffers(String one, String other) {
        int begin = 0;
        int shorter = Math.min(one.length(), other.length());
        while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - begin - end <= 1;
    }

    private boolean serves(ResourceRef service, int port) {
        return port == 0
                || world.find(service)
                        .filter(found -> found.facts() instanceof ServiceFacts facts
                                && facts.ports().stream().anyMatch(open -> open.number() == port))
                        .isPresent();
    }

    private boolean calledBy(ResourceRef service, ResourceRef but) {
        return world.from(service, Relation.Type.CONNECTS_TO)
                .map(world::topOwner)
                .anyMatch(caller -> !caller.equals(but));
    }

    private boolean wrongPort(ResourceRef workload, Address address) {
        ResourceRef named = address.service(workload.namespace()).orElse(null);
        if (named == null || address.port() == 0 || world.find(named).isEmpty() || serves(named, address.port())) {
            return false;
        }
        return world.find(named)
                        .filter(found -> found.facts() instanceof ServiceFacts facts
                                && facts.externalName().isEmpty()
                                && !facts.headless())
                        .isPresent()
                && world.from(named, Relation.Type.CONNECTS_TO)
                        .map(world::topOwner)
                        .filter(caller -> !caller.equals(workload))
                        .flatMap(caller -> world.find(caller).stream())
                        .flatMap(caller -> calls(caller).stream())
                        .anyMatch(call -> call.service(workload.namespace())
                                        .filter(named::equals)
                                        .isPresent()
                                && serves(named, call.port())
                                && call.port() != 0);
    }
}
