package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.ContainerPort;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.Mount;
import io.kubilitics.graph.facts.Probes;
import io.kubilitics.graph.facts.Probes.How;
import io.kubilitics.graph.facts.Probes.Probe;
import io.kubilitics.graph.facts.Probes.Timing;
import io.kubilitics.graph.facts.Resources;
import io.kubilitics.graph.facts.Security;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The containers of one pod or template. */
final class Containers {

    private final Sight sight;
    private final Field podSecurity;

    Containers(Sight sight, Field podSecurity) {
        this.sight = sight;
        this.podSecurity = podSecurity;
    }

    ContainerSpec read(Field container, ContainerSpec.Role role) {
        List<String> command = Stream.concat(
                        container.at("command").texts().stream(), container.at("args").texts().stream())
                .toList();
        return new ContainerSpec(
                container.at("name").text(),
                role,
                container.at("image").text(),
                command,
                container.at("ports").list(Containers::port),
                probes(container),
                resources(container.at("resources")),
                security(container.at("securityContext")),
                Environments.of(sight, container, command),
                container.at("volumeMounts").list(Containers::mount));
    }

    private static ContainerPort port(Field port) {
        return new ContainerPort(
                port.at("name").text(),
                port.at("containerPort").number(0),
                port.at("protocol").text("TCP"),
                port.at("hostPort").number(0));
    }

    private static Mount mount(Field mount) {
        return new Mount(
                mount.at("name").text(),
                mount.at("mountPath").text(),
                mount.at("subPath").text(mount.at("subPathExpr").text()),
                mount.at("readOnly").yes());
    }

    static Resources resources(Field resources) {
        return new Resources(
                resources.at("requests").amounts(), resources.at("limits").amounts());
    }

    private static Probes probes(Field container) {
        Probes probes = new Probes(
                probe(container.at("startupProbe")),
                probe(container.at("livenessProbe")),
                probe(container.at("readinessProbe")));
        return probes.equals(Probes.NONE) ? Probes.NONE : probes;
    }

    private static Optional<Probe> probe(Field probe) {
        Timing timing = new Timing(
                probe.at("initialDelaySeconds").number(0),
                probe.at("periodSeconds").number(10),
                probe.at("timeoutSeconds").number(1),
                probe.at("failureThreshold").number(3),
                probe.at("successThreshold").number(1));
        Field http = probe.at("httpGet");
        if (http.exists()) {
            return Optional.of(new Probe(
                    How.HTTP,
                    http.at("port").text(),
                    http.at("path").text("/"),
                    http.at("scheme").text("HTTP"),
                    timing));
        }
        Field grpc = probe.at("grpc");
        if (grpc.exists()) {
            return Optional.of(new Probe(
                    How.GRPC, grpc.at("port").text(), grpc.at("service").text(), "", timing));
        }
        if (probe.at("tcpSocket").exists()) {
            return Optional.of(new Probe(How.TCP, probe.at("tcpSocket", "port").text(), "", "", timing));
        }
        return probe.at("exec").exists() ? Optional.of(new Probe(How.COMMAND, "", "", "", timing)) : Optional.empty();
    }

    /** What the container leaves out holds as its pod says. */
    private Security security(Field own) {
        Field user = own.at("runAsUser").exists() ? own.at("runAsUser") : podSecurity.at("runAsUser");
        Field nonRoot = own.at("runAsNonRoot").exists() ? own.at("runAsNonRoot") : podSecurity.at("runAsNonRoot");
        Security security = new Security(
                user.node().isIntegralNumber() ? Optional.of(user.large()) : Optional.empty(),
                nonRoot.yes(),
                own.at("privileged").yes(),
                own.at("readOnlyRootFilesystem").yes(),
                own.at("capabilities", "add").set(),
                own.at("capabilities", "drop").set());
        return security.equals(Security.UNSAID) ? Security.UNSAID : security;
    }
}
