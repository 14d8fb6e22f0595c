package io.kubilitics.cli.cluster;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.cluster.Settings.Listener;
import io.kubilitics.cli.cluster.build.Binaries;
import io.kubilitics.cli.cluster.build.Binary;
import io.kubilitics.cli.cluster.machine.Processes;
import io.kubilitics.cli.cluster.machine.Progress;
import io.kubilitics.cli.cluster.machine.Waiting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Nodes and pods that KWOK plays: any number of them, with the faults that {@code kwok.yaml} tells of. */
final class SimulatedNodes {

    static final String KWOK = "kwok";
    static final String NAMESPACE = "simulated";
    private static final int DEPLOYMENTS = 10;
    private static final int PATIENCE_MILLIS = 600_000;

    private final ClusterHome home;
    private final Settings settings;
    private final Binaries binaries;
    private final Kubectl kubectl;
    private final Processes processes;

    SimulatedNodes(ClusterHome home, Settings settings, Binaries binaries) {
        this.home = home;
        this.settings = settings;
        this.binaries = binaries;
        this.kubectl = new Kubectl(home, binaries);
        this.processes = home.processes();
    }

    /** Adds the nodes that are missing among that many; never takes one away. */
    void nodes(int wanted, Progress progress) {
        startKwok();
        Set<String> have =
                kubectl.words("get", "nodes", "-l", "type=kwok", "-o", "name").collect(Collectors.toSet());
        String missing = IntStream.range(0, wanted)
                .filter(number -> !have.contains("node/" + name(number)))
                .mapToObj(this::node)
                .collect(Collectors.joining("---\n"));
        if (!missing.isEmpty()) {
            kubectl.create(missing);
        }
        String readiness = "jsonpath={.items[*].status.conditions[?(@.type==\"Ready\")].status}";
        until(
                "simulated nodes",
                wanted,
                progress,
                () -> (int) kubectl.words("get", "nodes", "-l", "type=kwok", "-o", readiness)
                        .filter("True"::equals)
                        .count());
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "kwok-%04d", number);
    }

    private String node(int number) {
        // Beside a real node, only pods that ask for it may land on a simulated one.
        String taints = settings.isolated() ? "[{key: kwok.x-k8s.io/node, value: fake, effect: NoSchedule}]" : "[]";
        return Template.fill(
                "simulated-node.yaml", Map.of("NAME", name(number), "ZONE", "zone-" + number % 3, "TAINTS", taints));
    }

    /** Scales the same ten deployments to that many pods in all and waits until each pod is ready. */
    void pods(int wanted, Progress progress) {
        if (!processes.alive(KWOK)) {
            throw CliFault.wrongUsage("--pods needs --nodes: simulated pods run on simulated nodes only");
        }
        String apps = IntStream.range(0, DEPLOYMENTS)
                .mapToObj(i -> Template.fill(
                        "simulated-app.yaml",
                        Map.of(
                                "NAME",
                                "app-" + i,
                                "REPLICAS",
                                Integer.toString(wanted / DEPLOYMENTS + (i < wanted % DEPLOYMENTS ? 1 : 0)))))
                .collect(Collectors.joining("---\n"));
        kubectl.apply("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}%n---%n".formatted(NAMESPACE) + apps);
        String ready = "jsonpath={.items[*].status.readyReplicas}";
        until(
                "simulated pods",
                wanted,
                progress,
                () -> kubectl.words("get", "deployments", "-n", NAMESPACE, "-o", ready)
                        .mapToInt(Integer::parseInt)
                        .sum());
    }

    private void startKwok() {
        if (processes.alive(KWOK)) {
            return;
        }
        String address = settings.place().address();
        home.write("logs/simulated.log", Template.read("simulated.log"));
        home.write("logs/simulated.previous.log", Template.read("simulated.previous.log"));
        String config = home.write(
                        "kwok.yaml",
                        Template.fill("kwok.yaml", Map.of("LOGS", home.logs().toString())))
                .toString();
        processes.start(
                KWOK,
                settings.place()
                        .inside(List.of(
                                binaries.command(Binary.KWOK),
                                "--config=" + config,
                                "--kubeconfig=" + home.kubeconfig(),
                                "--node-ip=" + address,
                                // The nodes remember the port, so a restarted simulator keeps it.
                                "--node-port=" + settings.port(Listener.KWOK),
                                "--server-address=" + address + ":" + settings.port(Listener.KWOK),
                                "--tls-cert-file=" + home.pki().resolve("components.crt"),
                                "--tls-private-key-file=" + home.pki().resolve("components.key"))));
        new Health(home).await(KWOK, 30, settings.url(Listener.KWOK) + "/healthz");
    }

    /** Counts something ready. */
    private interface Count {
        int now();
    }

    private static void until(String what, int wanted, Progress progress, Count count) {
        progress.during(wanted + " " + what, () -> {
            boolean inTime = Waiting.until(PATIENCE_MILLIS, () -> {
                int ready = count.now();
                progress.at("%d of %d ready".formatted(ready, wanted));
                return ready >= wanted;
            });
            if (!inTime) {
                throw CliFault.failed("%d of %d %s became ready within %d s"
                        .formatted(count.now(), wanted, what, PATIENCE_MILLIS / 1000));
            }
        });
    }
}
