package io.kubilitics.cli.cluster;

import io.kubilitics.cli.cluster.build.Binaries;
import io.kubilitics.cli.cluster.build.Binary;
import io.kubilitics.cli.cluster.machine.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cluster's own kubectl, as its administrator. */
record Kubectl(ClusterHome home, Binaries binaries) {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    String run(String... words) {
        return Tool.run(command(words));
    }

    /** What it printed, word by word. */
    Stream<String> words(String... words) {
        return WHITE_SPACE.splitAsStream(run(words)).filter(word -> !word.isEmpty());
    }

    boolean succeeds(String... words) {
        return Tool.tryRun(command(words), "").fine();
    }

    /** Applies manifests on the server's side, so that repeating it changes nothing. */
    void apply(String manifests) {
        Tool.run(command("apply", "--server-side", "--force-conflicts", "-f", "-"), manifests);
    }

    void create(String manifests) {
        Tool.run(command("create", "-f", "-"), manifests);
    }

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                binaries.command(Binary.KUBECTL),
                "--kubeconfig",
                home.kubeconfig().toString()));
        command.addAll(List.of(words));
        return command;
    }
}
