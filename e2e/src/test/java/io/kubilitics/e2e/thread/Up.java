package io.kubilitics.e2e.thread;

import io.kubilitics.cli.Main;
import io.kubilitics.e2e.cluster.TestCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** {@code kubilitics up}, run as a user runs it: in a process of its own, ended by SIGTERM. */
final class Up implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Up(TestCluster cluster, String namespace) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "up",
                        "--kubeconfig",
                        cluster.cluster().kubeconfig().toString(),
                        "--context",
                        "kubilitics-" + cluster.cluster().name(),
                        "--namespace",
                        namespace,
                        "--install",
                        "--yes")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(lines::add);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** All that it told so far. */
    List<String> told() {
        return List.copyOf(lines);
    }

    /** How it ended when it was told to. */
    int end() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
