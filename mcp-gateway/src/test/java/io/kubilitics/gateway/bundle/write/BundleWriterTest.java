package io.kubilitics.gateway.bundle.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Past;
import io.kubilitics.gateway.bundle.read.BundleReader;
import io.kubilitics.gateway.bundle.read.NotABundle;
import io.kubilitics.gateway.offline.OfflineBrain;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.Investigator;
import io.kubilitics.reasoning.Step;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.log.Redaction;
import io.kubilitics.reasoning.report.Report;
import io.kubilitics.reasoning.report.Reporter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWriterTest {

    private static final Catalogue CATALOGUE = Catalogue.full();
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");
    private static final ResourceRef SETTINGS = ResourceRef.of(Kind.CONFIG_MAP, "shop", "settings");
    private static final ResourceRef RATES = ResourceRef.of(Kind.CONFIG_MAP, "shop", "rates");
    private static final ResourceRef OLD = ResourceRef.of(Kind.CONFIG_MAP, "shop", "old");
    private static final ResourceRef HELD = ResourceRef.of(Kind.SERVICE_ACCOUNT, "shop", "outlined");

    @TempDir
    private Path folder;

    @Test
    void whatIsReadBackGivesTheSameAnswer() throws IOException {
        Recording live = record(Till.world(), new Scope.InNamespace("shop"));
        Report told = new Reporter(CATALOGUE).report(live.name(), live.steps());

        Bundle back = read(live);

        assertThat(told.status()).isEqualTo("diagnosed");
        assertThat(told.causes().getFirst().evidence()).anyMatch(Report.Evidence::tainted);
        assertThat(back.problems()).isEmpty();
        assertThat(new OfflineBrain(CATALOGUE).diagnose(back)).isEqualTo(told);
    }

    @Test
    void aNamespaceThatIsNotThereIsNotThereLaterEither() throws IOException {
        Recording live = record(Till.world(), new Scope.InNamespace("shopp"));
        Report told = new Reporter(CATALOGUE).report(live.name(), live.steps());

        assertThat(told.status()).isEqualTo("inconclusive");
        assertThat(new OfflineBrain(CATALOGUE).diagnose(read(live))).isEqualTo(told);
    }

    @Test
    void theWorldIsTheSame() throws IOException {
        World live = Till.world()
                .applyAll(List.of(
                        new Observation.Refused(Kind.JOB, Observation.EVERYWHERE, "the right to list is missing"),
                        new Observation.Listed(Kind.INGRESS, "shop"),
                        new Observation.Refused(Kind.INGRESS, "bank", "the right to watch is missing"),
                        new Observation.Outlined(Kind.SERVICE_ACCOUNT, 1)))
                .applyAll(observed(true, HELD.kind(), """
                        {"apiVersion": "v1", "kind": "ServiceAccount", "imagePullSecrets": [{"name": "x"}],
                         "metadata": {"name": "outlined", "namespace": "shop", "uid": "u", "labels": {"a": "b"},
                           "creationTimestamp": "2026-11-20T08:00:00Z"}}"""));

        Bundle back = read(record(live, new Scope.Everything()));

        assertThat(back.now()).isEqualTo(NOW);
        assertThat(back.incident().question()).isEqualTo("What is unwell in the whole cluster, and why?");
        assertThat(back.world().coverage()).isEqualTo(live.coverage());
        assertThat(facts(back.world())).isEqualTo(facts(live));
        live.noted()
                .forEach(ref -> assertThat(back.world().events(ref))
                        .hasToString(live.events(ref).toString().replace("AKIAIOSFODNN7EXAMPLE", "[secret]")));
    }

    @Test
    void whatWasSeenToHappenIsTold() throws IOException {
        World live = Till.world()
                .applyAll(observed(false, RATES.kind(), rates("rates", "1", "info")))
                .applyAll(observed(false, RATES.kind(), rates("rates", "2", "debug")))
                .applyAll(observed(false, OLD.kind(), rates("old", "3", "info")))
                .apply(new Observation.Gone(OLD, NOW.minusSeconds(5)));

        Bundle back = read(record(live, new Scope.Everything()));
        List<Change> told = Past.changes(back.world(), back.extras().timeline());

        assertThat(told)
                .extracting(Change::toString)
                .containsExactly(
                        "key level of ConfigMap shop/rates changed from info to debug",
                        "ConfigMap shop/old was deleted");
        assertThat(told.getLast().at()).isEqualTo(NOW.minusSeconds(5));
    }

    @Test
    void secretsAreNowhereInIt() throws IOException {
        Recording live = record(Till.world(), new Scope.Everything());

        String all = String.join("\n", unpacked(live).values());

        assertThat(all)
                .contains("cannot open /etc/till/rates.json", "[secret]", "@ledger.bank:8443/x")
                .doesNotContain("hunter22", "horse-battery", Till.KNOWN, "c3dvcmRmaXNo", "AKIAIOSFODNN7EXAMPLE");
    }

    @Test
    void theFileNamesWhatItHolds() throws IOException {
        assertThat(unpacked(record(Till.world(), new Scope.InNamespace("shop"))).keySet())
                .containsExactlyInAnyOrder(
                        "incident.yaml",
                        "objects.json",
                        "logs/shop/till-1/app.log",
                        "logs/shop/till-1/app.previous.log");
    }

    @Test
    void aFolderThatWasPackedByHandIsRead() throws IOException {
        Map<String, String> files = unpacked(record(Till.world(), new Scope.InNamespace("shop")));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve("by-hand/" + file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }

        Bundle unpacked = new BundleReader(() -> NOW).read(folder.resolve("by-hand"));

        assertThat(new OfflineBrain(CATALOGUE).diagnose(unpacked).causes())
                .extracting(Report.Cause::object)
                .containsExactly(new Report.Ref("Deployment", "shop", "till"));
    }

    @Test
    void halfAFileIsRefusedCalmly() throws IOException {
        Path whole = packed(record(Till.world(), new Scope.Everything()));
        Path half = folder.resolve("half.zip");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> new BundleReader(() -> NOW).read(half))
                .isInstanceOf(NotABundle.class)
                .hasMessageEndingWith("begins like a packed bundle and is none, or not all of it: copy it anew");
    }

    /** As a brain does it. */
    private static Recording record(World world, Scope scope) {
        Recorder logs = new Recorder(Till.logs(), Redaction::of);
        List<Step> steps = Investigator.investigate(CATALOGUE, Scene.live(world, logs, NOW), scope);
        return new Recording("till", steps, world, logs, NOW);
    }

    private Path packed(Recording recording) throws IOException {
        Path file = folder.resolve("recorded");
        try (OutputStream out = Files.newOutputStream(file)) {
            new BundleWriter(recording, text -> text.replace(Till.KNOWN, "[secret]"), (_, _) -> {}).write(out);
        }
        return file;
    }

    private Bundle read(Recording recording) throws IOException {
        return new BundleReader(() -> NOW).read(packed(recording));
    }

    private Map<String, String> unpacked(Recording recording) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(packed(recording)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** But for what is struck out; in ConfigMaps that has another print. */
    private static Map<ResourceRef, String> facts(World world) {
        Map<ResourceRef, String> facts = new TreeMap<>();
        world.all()
                .filter(resource -> !resource.ref().equals(SETTINGS))
                .forEach(resource -> facts.put(
                        resource.ref(),
                        facts(resource)
                                .replace(Till.KNOWN, "[secret]")
                                .replace("password=hunter22", "password=[secret]")));
        return facts;
    }

    private static String facts(Resource resource) {
        return resource.ref().equals(HELD)
                ? resource.meta().labels().toString()
                : resource.facts().toString();
    }

    private static List<Observation> observed(boolean outline, Kind kind, String json) {
        try {
            return outline ? Observers.outline(kind, json) : Observers.observe(kind, json);
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static String rates(String name, String version, String level) {
        return """
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "%1$s", "namespace": "shop", "uid": "%1$s",
                   "resourceVersion": "%2$s", "creationTimestamp": "2026-01-01T00:00:00Z", "managedFields":
                   [{"manager": "kubectl", "operation": "Update", "time": "2026-11-21T11:30:00Z"}]}, "data": {"level": "%3$s"}}""".formatted(name, version, level);
    }
}
