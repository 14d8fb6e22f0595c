package io.kubilitics.e2e.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.kubilitics.cli.cluster.Cluster;
import io.kubilitics.cli.cluster.build.Binaries;
import io.kubilitics.cli.cluster.machine.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The one cluster of a test run: with a real node where this machine can run one, ended with the run. */
public final class TestCluster implements AutoCloseable {

    private static final Pattern OF_A_RUN = Pattern.compile("e2e-(\\d+)[a-z-]*");

    private final Cluster cluster;
    private final KubernetesClient client;
    private final List<String> missingForRealNode;

    private TestCluster(Cluster cluster, List<String> missingForRealNode) {
        this.cluster = cluster;
        this.missingForRealNode = missingForRealNode;
        this.client = clientWith(config());
    }

    static TestCluster start() {
        Binaries binaries = Binaries.of(System.getenv());
        endOrphans(binaries);
        Cluster cluster = Cluster.named(nameFor(""), binaries);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(cluster::down));
        List<String> missing = Cluster.missingForRealNode();
        cluster.up(new Cluster.Size(0, 0, missing.isEmpty(), false), new Progress(System.err, false));
        return new TestCluster(cluster, missing);
    }

    /** A cluster that a test has to itself, to burden it or to break it: with simulated nodes and pods only. */
    public static TestCluster simulated(String purpose, int nodes, int pods) {
        Cluster cluster = Cluster.named(nameFor(purpose), Binaries.of(System.getenv()));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(cluster::down));
        cluster.up(new Cluster.Size(nodes, pods, false, false), new Progress(System.err, false));
        return new TestCluster(cluster, List.of("a cluster without one was asked for"));
    }

    /** Names carry the test run's pid, so that a later run can tell which clusters nobody will end any more. */
    static String nameFor(String purpose) {
        return "e2e-" + ProcessHandle.current().pid() + purpose;
    }

    private static void endOrphans(Binaries binaries) {
        Path folder = binaries.cache().resolve("clusters");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> clusters = Files.list(folder)) {
            clusters.map(path -> OF_A_RUN.matcher(path.getFileName().toString()))
                    .filter(Matcher::matches)
                    .filter(name ->
                            ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty())
                    .forEach(name -> Cluster.named(name.group(), binaries).remove());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Adds simulated nodes and the metrics server to what runs. */
    public void grow(int nodes, boolean metrics) {
        cluster.up(new Cluster.Size(nodes, 0, false, metrics), new Progress(System.err, false));
    }

    public KubernetesClient client() {
        return client;
    }

    /** A client that acts as somebody else, who is in these groups and in that of all who are known. */
    public KubernetesClient clientOf(String user, String... groups) {
        Config config = new ConfigBuilder(config())
                .withImpersonateUsername(user)
                .withImpersonateGroups(groups)
                .build();
        return clientWith(config);
    }

    public Cluster cluster() {
        return cluster;
    }

    List<String> missingForRealNode() {
        return missingForRealNode;
    }

    /** Over connections as those of the body. */
    private Config config() {
        return new ConfigBuilder(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
                .withHttp2Disable(true)
                .build();
    }

    private static KubernetesClient clientWith(Config config) {
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    @Override
    public void close() {
        client.close();
        cluster.remove();
    }
}
