package io.kubilitics.gateway.bundle.read;

import static io.kubilitics.gateway.bundle.read.Cases.configMap;
import static io.kubilitics.gateway.bundle.read.Cases.read;
import static io.kubilitics.gateway.bundle.read.Cases.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kubilitics.gateway.bundle.Extras;
import io.kubilitics.gateway.bundle.Manifest;
import io.kubilitics.gateway.bundle.TimelineStep;
import io.kubilitics.gateway.bundle.TimelineStep.Applied;
import io.kubilitics.gateway.bundle.TimelineStep.Deleted;
import io.kubilitics.gateway.bundle.TimelineStep.FieldEdit;
import io.kubilitics.gateway.bundle.TimelineStep.Noted;
import io.kubilitics.gateway.bundle.TimelineStep.Patched;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.signal.Alert;
import io.kubilitics.reasoning.signal.Metrics.Sample;
import io.kubilitics.reasoning.signal.Metrics.Series;
import io.kubilitics.reasoning.signal.Probes.Connection;
import io.kubilitics.reasoning.signal.Probes.ErrorLog;
import io.kubilitics.reasoning.signal.Probes.NodeService;
import io.kubilitics.reasoning.signal.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtrasTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static final String TIMELINE = """
            steps:
            - {at: -10, op: note, text: moved, by: system}
            - {at: -30.5, op: apply, by: helm, target: {apiVersion: apps/v1, kind: Deployment, namespace: shop, name: cart}}
            - {at: -20, op: patch, by: ana, target: {apiVersion: v1, kind: Service, namespace: shop, name: cart},
               changes: [{path: /spec/type, from: ClusterIP, to: NodePort}, {path: /spec/ports, to: [{port: 80}]}]}
            - {at: -40, op: delete, by: ana, target: {apiVersion: v1, kind: Node, name: n1}}
            - {at: soon, op: note}
            - {at: -5, op: dance}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aBundle() throws IOException {
        write(folder, "incident.yaml", "now: '2026-11-21T10:00:00Z'");
        write(folder, "objects.yaml", configMap("settings", "a"));
    }

    private Extras extras(String file, String content) throws IOException {
        write(folder, file, content);
        return read(folder).extras();
    }

    @Test
    void tellTheTimelineInOrder() throws IOException {
        List<TimelineStep> steps = extras("timeline.yaml", TIMELINE).timeline();

        assertThat(steps)
                .containsExactly(
                        new Deleted(
                                NOW.minusSeconds(40),
                                "ana",
                                ResourceRef.clusterWide(Kind.NODE, "n1"),
                                Optional.empty()),
                        new Applied(NOW.minusMillis(30_500), "helm", ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart")),
                        new Patched(
                                NOW.minusSeconds(20),
                                "ana",
                                ResourceRef.of(new Kind("", "Service"), "shop", "cart"),
                                List.of(
                                        edit("/spec/type", "\"ClusterIP\"", "\"NodePort\""),
                                        edit("/spec/ports", "", "[{\"port\":80}]"))),
                        new Noted(NOW.minusSeconds(10), "system", "moved"));
        assertThat(read(folder).problems()).hasSize(2);
    }

    private static FieldEdit edit(String path, String from, String to) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode none = MissingNode.getInstance();
        return new FieldEdit(
                JsonPointer.compile(path),
                from.isEmpty() ? none : json.readTree(from),
                to.isEmpty() ? none : json.readTree(to));
    }

    @Test
    void tellMetricsInTheTimeOfTheBundle() throws IOException {
        List<Series> series = extras(
                        "metrics.csv",
                        "time,cart-0-cpu,cart-0-rps\n2026-11-21 17:58:00,0.5,\n2026-11-21 17:58:30,0.75,12\n")
                .metrics()
                .series();

        assertThat(series)
                .containsExactly(
                        new Series(
                                "cart-0",
                                "cpu",
                                List.of(
                                        new Sample(NOW.minusSeconds(120), 0.5),
                                        new Sample(NOW.minusSeconds(90), 0.75))),
                        new Series("cart-0", "rps", List.of(new Sample(NOW.minusSeconds(90), 12))));
    }

    @Test
    void leaveTimesAloneThatTellTheirZone() throws IOException {
        var series = extras("metrics.csv", "time,cart-cpu\n2026-11-21T07:00:00+02:00,1\n")
                .metrics()
                .series();

        assertThat(series.getFirst().samples()).containsExactly(new Sample(NOW.minusSeconds(5 * 3600), 1));
    }

    @Test
    void tellAlerts() throws IOException {
        assertThat(extras(
                                "alerts.yaml",
                                "- {name: Slow, subject: {kind: Service, name: cart}, message: 'p50 up', value: 3, baseline: 1ms}")
                        .alerts())
                .containsExactly(new Alert(
                        "Slow", new Subject("Service", "", "cart"), "p50 up", Map.of("value", "3", "baseline", "1ms")));
    }

    @Test
    void tellWhatSomebodyTried() throws IOException {
        var probes = extras("probes.yaml", """
                connectivity:
                - {service: cart, namespace: shop, port: 80, result: mixed, text: report, fromNodes: [{node: n1, result: failed}]}
                nodeServices:
                - {node: n1, service: kubelet, active: inactive (dead), text: long}
                callGraph: {front: [cart, pay], cart: []}
                errorLogs:
                  cart: {total_log_count: 100, total_errors: 7, patterns: [{count: 7, sample: refused}]}
                  pay: {app: [one, two], previous: [three]}
                """).probes();

        assertThat(probes.connections())
                .containsExactly(new Connection("shop", "cart", 80, "mixed", Map.of("n1", "failed"), "report"));
        assertThat(probes.nodeServices()).containsExactly(new NodeService("n1", "kubelet", "inactive (dead)", "long"));
        assertThat(probes.calls()).isEqualTo(Map.of("front", List.of("cart", "pay"), "cart", List.of()));
        assertThat(probes.errors())
                .isEqualTo(Map.of(
                        "cart", new ErrorLog(100, 7, List.of("refused")),
                        "pay", new ErrorLog(0, 3, List.of("one", "two", "three"))));
    }

    @Test
    void tellManifestsAsTheyWereMeant() throws IOException {
        List<Manifest> applied =
                extras("applied.yaml", configMap("settings", "b") + "kind: [\n").applied();

        assertThat(applied)
                .extracting(Manifest::ref)
                .containsExactly(ResourceRef.of(Kind.CONFIG_MAP, "shop", "settings"));
        assertThat(read(folder).problems())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .startsWith("applied.yaml, document 2, line ");
    }

    @Test
    void tellTheEndOfALog() throws IOException {
        write(
                folder,
                "logs/shop/cart-1/app.log",
                "x".repeat(300) + "\n" + "line\n".repeat(100_000) + "y".repeat(5000) + "\nlast");
        write(folder, "logs/shop/cart-1/app.previous.log", "");

        var logs = read(folder).extras().logs();

        var now = (Evidence.Lines) logs.lines(LogFiles.probe("shop", "cart-1", "app.log"));
        assertThat(now.lines()).hasSize(200).endsWith("last");
        assertThat(now.lines().get(198)).hasSize(4097).endsWith("…");
        assertThat(logs.lines(LogFiles.probe("shop", "cart-1", "app.previous.log")))
                .isEqualTo(new Evidence.Lines(List.of()));
        assertThat(logs.lines(LogFiles.probe("shop", "cart-1", "side.log")))
                .isEqualTo(new Evidence.Unavailable("there is no log of container side of Pod shop/cart-1"));
    }
}
