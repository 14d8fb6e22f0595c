package io.kubilitics.graph.reach;

import io.kubilitics.graph.facts.ContainerPort;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.ServiceFacts;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Where the ports of a Service lead, in pods of these templates. */
public final class ServicePorts {

    /** Names of ports that are there for those who watch, not for those who call. */
    private static final Pattern ASIDE =
            Pattern.compile("metric|prom|health|manage|mgmt|admin|debug|probe|monitor|pprof|jmx");

    private ServicePorts() {}

    /** A port of a Service and what it leads to. */
    public record Resolved(ServiceFacts.Port port, Landing landing) {}

    /** What a port leads to. */
    public sealed interface Landing {

        /** A port that a container says it listens on. */
        record Exposed(String container, int number) implements Landing {}

        /** A number that no container mentions. It may be open all the same: containers need not say. */
        record Unmentioned(int number) implements Landing {}

        /** A name that no container has for a port: it leads nowhere. */
        record Nowhere(String name) implements Landing {}
    }

    public static List<Resolved> of(ServiceFacts service, Collection<PodTemplate> pods) {
        return service.ports().stream()
                .map(port -> new Resolved(port, landing(port, pods)))
                .toList();
    }

    private static Landing landing(ServiceFacts.Port port, Collection<PodTemplate> pods) {
        for (PodTemplate pod : pods) {
            for (ContainerSpec container : pod.containers()) {
                for (ContainerPort open : container.ports()) {
                    if (leads(port, open)) {
                        return new Landing.Exposed(container.name(), open.number());
                    }
                }
            }
        }
        boolean number = port.target().matches("\\d{1,5}");
        return number ? new Landing.Unmentioned(Integer.parseInt(port.target())) : new Landing.Nowhere(port.target());
    }

    private static boolean leads(ServiceFacts.Port port, ContainerPort open) {
        boolean same = port.target().equals(open.name()) || port.target().equals(Integer.toString(open.number()));
        return same && port.protocol().equals(open.protocol());
    }

    /** Nobody has to name the ports of a container. Who names one for its own sake, and all that are probed, may be believed. */
    public static boolean told(PodTemplate template) {
        List<ContainerPort> named = template.containers().stream()
                .flatMap(container -> container.ports().stream())
                .toList();
        return named.stream().anyMatch(port -> !ASIDE.matcher(port.name()).find())
                && template.containers().stream()
                        .flatMap(container -> container.probes().asked())
                        .allMatch(asked -> named.stream()
                                .anyMatch(port ->
                                        asked.equals(port.name()) || asked.equals(Integer.toString(port.number()))));
    }
}
