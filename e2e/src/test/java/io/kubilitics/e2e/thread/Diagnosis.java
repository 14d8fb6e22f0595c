package io.kubilitics.e2e.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.cli.Main;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
}
