package io.kubilitics.cli.cluster;

import io.kubilitics.cli.cluster.Settings.Listener;
import io.kubilitics.cli.cluster.build.Binaries;
import io.kubilitics.cli.cluster.build.Binary;
import io.kubilitics.cli.cluster.machine.Processes;
import io.kubilitics.cli.cluster.machine.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real metrics-server beside the cluster, registered as an aggregated API. */
final class MetricsServer {

    static final String NAME = "metrics-server";

    private static final String AVAILABLE = "jsonpath={.status.conditions[?(@.type==\"Available\")].status}";

    private MetricsServer() {}

    /** Its first answer needs two scrapes, ten seconds apart. */
    static void start(ClusterHome home, Settings settings, Binaries binaries, Progress progress) {
        Processes processes = home.processes();
        if (processes.alive(NAME)) {
            return;
        }
        Kubectl kubectl = new Kubectl(home, binaries);
        // A service may not name a bare loopback address, but may name localhost.
        String host = settings.isolated() ? settings.place().address() : "localhost";
        String port = settings.port(Listener.METRICS_SERVER);
        progress.during("metrics server", () -> {
            List<String> command = new ArrayList<>(List.of(binaries.command(Binary.METRICS_SERVER)));
            command.addAll(flags(home, settings));
            processes.start(NAME, settings.place().inside(command));
            kubectl.apply(Template.fill("metrics-server.yaml", Map.of("HOST", host, "PORT", port)));
            // Whether it has figures yet depends on what runs; that it answers does not.
            new Health(home)
                    .await(
                            NAME,
                            90,
                            () -> kubectl.run("get", "apiservice", "v1beta1.metrics.k8s.io", "-o", AVAILABLE)
                                    .equals("True"));
        });
    }

    private static List<String> flags(ClusterHome home, Settings settings) {
        return List.of(
                "--kubeconfig=" + home.kubeconfig(),
                "--authentication-kubeconfig=" + home.kubeconfig(),
                "--authorization-kubeconfig=" + home.kubeconfig(),
                "--bind-address=" + settings.place().address(),
                "--secure-port=" + settings.port(Listener.METRICS_SERVER),
                "--tls-cert-file=" + home.pki().resolve("components.crt"),
                "--tls-private-key-file=" + home.pki().resolve("components.key"),
                "--requestheader-client-ca-file=" + home.pki().resolve("front-proxy-ca.crt"),
                "--requestheader-allowed-names=front-proxy-client",
                "--kubelet-insecure-tls",
                "--kubelet-preferred-address-types=InternalIP",
                "--kubelet-use-node-status-port",
                "--kubelet-request-timeout=5s",
                "--metric-resolution=10s");
    }
}
