package io.kubilitics.cli.cluster;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.cluster.build.Binaries;
import io.kubilitics.cli.cluster.build.Binary;
import io.kubilitics.cli.cluster.machine.Namespace;
import io.kubilitics.cli.cluster.machine.Place;
import io.kubilitics.cli.cluster.machine.Processes;
import io.kubilitics.cli.cluster.machine.Progress;
import io.kubilitics.cli.cluster.machine.Tool;
import io.kubilitics.cli.cluster.machine.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One node with real containers: containerd, runc, kubelet and kube-proxy in the cluster's network namespace and in one mount
 * namespace of their own, so that neither bridges, packet rules nor mounts show outside.
 */
final class RealNode {

    static final String NAME = "real-1";

    private static final String HOLDER = "node-holder";
    private static final String CONTAINERD = "containerd";
    static final String KUBELET = "kubelet";
    private static final String KUBE_PROXY = "kube-proxy";
    /** Paths compiled into containerd, its network plugins and the kubelet; inside they are this cluster's own. */
    private static final List<String> OWN_PATHS =
            List.of("/run/netns", "/run/containerd", "/var/lib/cni", "/var/log/containers");
    /** A unix socket's path has at most 107 bytes. */
    private static final int LONGEST_SOCKET_PATH = 107;

    private final ClusterHome home;
    private final Settings settings;
    private final Binaries binaries;
    private final Kubectl kubectl;
    private final Processes processes;
    private final Health health;

    RealNode(ClusterHome home, Settings settings, Binaries binaries) {
        this.home = home;
        this.settings = settings;
        this.binaries = binaries;
        this.kubectl = new Kubectl(home, binaries);
        this.processes = home.processes();
        this.health = new Health(home);
    }

    void start(Progress progress) {
        if (processes.alive(KUBELET)) {
            return;
        }
        progress.during("containerd and images", () -> {
            new Cgroups(settings.namespace()).create();
            hold();
            startContainerd();
        });
        progress.during("kubelet and kube-proxy", () -> {
            startKubelet();
            startNetwork();
            kubectl.run("wait", "--for=condition=Ready", "node/" + NAME, "--timeout=60s");
        });
    }

    /** Says what is missing before anything is started. */
    static void require(ClusterHome home) {
        List<String> missing = NodeNeeds.missing();
        if (!missing.isEmpty()) {
            throw CliFault.unreachable("a real node cannot run here; missing: " + String.join(", ", missing));
        }
        if (socket(home).length() > LONGEST_SOCKET_PATH) {
            throw CliFault.unreachable("the path %s is too long for a socket: set KUBILITICS_CACHE to a shorter folder"
                    .formatted(socket(home)));
        }
    }

    static Cgroups cgroups(Namespace namespace) {
        return new Cgroups(namespace.name());
    }

    /** One process keeps the mount namespace; all others enter it. */
    private void hold() {
        Path held = home.node().resolve("held");
        String binds = OWN_PATHS.stream()
                .map(path -> "mkdir -p '%1$s%2$s' '%2$s' && mount --bind '%1$s%2$s' '%2$s' && "
                        .formatted(home.node().resolve("paths"), path))
                .collect(Collectors.joining());
        String script = "mount --make-rshared / && %s mkdir -p '%s' && touch '%s' && exec sleep infinity"
                .formatted(binds, home.node(), held);
        processes.start(
                HOLDER,
                settings.place().inside(List.of("unshare", "--mount", "--propagation", "private", "sh", "-c", script)));
        health.await(HOLDER, 10, () -> Files.exists(held));
    }

    private void startContainerd() {
        home.write("node/containerd.toml", Template.fill("containerd.toml", values()));
        run(
                CONTAINERD,
                program("containerd"),
                "--config",
                home.node().resolve("containerd.toml").toString());
        health.await(CONTAINERD, 30, () -> Tool.tryRun(ctr("version"), "").fine());
        importImage("pause", "pause");
        importImage("workload", "serve");
    }

    private void importImage(String image, String behaviour) {
        String archive = home.node().resolve(image + ".tar").toString();
        Tool.run(
                binaries.command(Binary.IMAGE),
                archive,
                "kubilitics.test/%s:1".formatted(image),
                binaries.command(Binary.WORKLOAD),
                behaviour);
        Tool.run(ctr("images", "import", archive));
    }

    private void startKubelet() {
        home.write("node/resolv.conf", "nameserver 10.96.0.10\n");
        home.write("node/kubelet.yaml", Template.fill("kubelet.yaml", values()));
        Path kubeconfig = Kubeconfig.write(home, settings, KUBELET, "kubelet.kubeconfig");
        run(
                KUBELET,
                binaries.command(Binary.KUBELET),
                "--config=" + home.node().resolve("kubelet.yaml"),
                "--kubeconfig=" + kubeconfig,
                "--hostname-override=" + NAME,
                "--node-ip=" + settings.place().address(),
                "--root-dir=" + home.node().resolve("kubelet"),
                "--cert-dir=" + home.node().resolve("kubelet/pki"),
                // By default one dead instance is kept: between a crash and the next start 'logs --previous' finds
                // nothing.
                "--maximum-dead-containers-per-container=2",
                "--v=2");
        health.await(KUBELET, 60, "http://" + settings.place().address() + ":10248/healthz");
        health.await(KUBELET, 30, () -> !podSubnet().isEmpty());
    }

    private void startNetwork() {
        home.write(
                "node/cni/10-pods.conflist",
                Template.fill("pod-network.json", Map.of("NODE", home.node().toString(), "SUBNET", podSubnet())));
        kubectl.apply(Template.read("node-rights.yaml"));
        Path kubeconfig = Kubeconfig.write(home, settings, KUBE_PROXY, "kube-proxy.kubeconfig");
        home.write(
                "node/kube-proxy.yaml",
                Template.fill(
                        "kube-proxy.yaml",
                        Map.of(
                                "KUBECONFIG", kubeconfig.toString(),
                                "NAME", NAME,
                                "ADDRESS", settings.place().address())));
        run(
                KUBE_PROXY,
                binaries.command(Binary.KUBE_PROXY),
                "--config=" + home.node().resolve("kube-proxy.yaml"));
    }

    private String podSubnet() {
        return Waiting.until(0, () -> kubectl.succeeds("get", "node", NAME))
                ? kubectl.run("get", "node", NAME, "-o", "jsonpath={.spec.podCIDR}")
                        .strip()
                : "";
    }

    private void run(String name, String... command) {
        processes.start(name, inNode(List.of(command)));
    }

    private List<String> ctr(String... words) {
        List<String> command = new ArrayList<>(List.of(program("ctr"), "-a", socket(), "-n", "k8s.io"));
        command.addAll(List.of(words));
        return inNode(command);
    }

    private List<String> inNode(List<String> command) {
        long holder = processes.running().stream()
                .filter(process -> process.name().equals(HOLDER))
                .findFirst()
                .orElseThrow(
                        () -> CliFault.failed("the node's holder process is gone: take the cluster down and up again"))
                .pid();
        List<String> whole = new ArrayList<>(List.of("nsenter", "--mount", "--target", Long.toString(holder)));
        whole.addAll(command);
        Place place = settings.place();
        return place.inside(whole);
    }

    private Map<String, String> values() {
        return Map.of(
                "NODE", home.node().toString(),
                "SOCKET", socket(),
                "PKI", home.pki().toString(),
                "ADDRESS", settings.place().address(),
                "CGROUP", settings.namespace(),
                "CNI", NodeNeeds.cniFolder(),
                "RUNC", program("runc"));
    }

    private String socket() {
        return socket(home);
    }

    private static String socket(ClusterHome home) {
        return home.node().resolve("containerd.sock").toString();
    }

    private static String program(String name) {
        return Tool.find(name, "/usr/sbin", "/sbin")
                .map(Path::toString)
                .orElseThrow(() -> CliFault.unreachable(name + " is not installed"));
    }
}
