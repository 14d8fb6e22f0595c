package io.kubilitics.e2e.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.cli.Main;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the command printed, run as a user runs it: in a process of its own. */
record Diagnosis(int exitCode, JsonNode json) {

    static Diagnosis of(TestCluster cluster, TestNamespace namespace) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "diagnose",
                        "--kubeconfig",
                        cluster.cluster().kubeconfig().toString(),
                        "--context",
                        "kubilitics-" + cluster.cluster().name(),
                        "--namespace",
                        namespace.name(),
                        "--format",
                        "json"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Diagnosis(process.waitFor(), new ObjectMapper().readTree(out));
    }

    /** The same command in this process, where it starts sooner. */
    static Diagnosis here(TestCluster cluster, String namespace, String... more) throws IOException {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(
                "diagnose",
                "--kubeconfig",
                cluster.cluster().kubeconfig().toString(),
                "--context",
                "kubilitics-" + cluster.cluster().name(),
                "--namespace",
                namespace,
                "--format",
                "json"));
        arguments.addAll(List.of(more));
        int status = Main.commandLine().setOut(new PrintWriter(out)).execute(arguments.toArray(String[]::new));
        return new Diagnosis(status, new ObjectMapper().readTree(out.toString()));
    }
}
