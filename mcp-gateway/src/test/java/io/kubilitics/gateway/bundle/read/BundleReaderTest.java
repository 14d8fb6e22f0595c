package io.kubilitics.gateway.bundle.read;

import static io.kubilitics.gateway.bundle.read.Cases.NAMESPACES;
import static io.kubilitics.gateway.bundle.read.Cases.configMap;
import static io.kubilitics.gateway.bundle.read.Cases.read;
import static io.kubilitics.gateway.bundle.read.Cases.stream;
import static io.kubilitics.gateway.bundle.read.Cases.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Presence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleReaderTest {

    private static final ResourceRef SETTINGS = ResourceRef.of(Kind.CONFIG_MAP, "shop", "settings");

    @TempDir
    private Path folder;

    @Test
    void readsTheObjectsOfABundle() throws IOException {
        write(
                folder,
                "incident.yaml",
                "id: i1\nnow: '2026-11-21T10:00:00Z'\nquestion: Why?\nfocus: {kind: Namespace, name: shop}");
        write(folder, "objects.yaml", NAMESPACES + configMap("settings", "a") + event());

        Bundle bundle = read(folder);

        assertThat(bundle.name()).isEqualTo("i1");
        assertThat(bundle.now()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(bundle.incident().question()).isEqualTo("Why?");
        assertThat(bundle.incident().focus())
                .hasValueSatisfying(focus -> assertThat(focus.name()).isEqualTo("shop"));
        assertThat(bundle.problems()).isEmpty();
        assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.NAMESPACE, 2, Kind.CONFIG_MAP, 1, Kind.EVENT, 1));
        assertThat(bundle.world().find(SETTINGS)).isPresent();
        assertThat(bundle.world().events(SETTINGS))
                .extracting(EventNote::reason)
                .containsExactly("Odd");
    }

    private static String event() {
        return """
                apiVersion: v1
                kind: Event
                metadata: {name: e1, namespace: shop, uid: u-e1}
                involvedObject: {apiVersion: v1, kind: ConfigMap, namespace: shop, name: settings}
                reason: Odd
                lastTimestamp: '2026-11-21T09:59:00Z'
                """;
    }

    @Test
    void readsObjectsInJsonToo() throws IOException {
        write(
                folder,
                "objects.json",
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"settings\",\"namespace\":\"shop\"}}");

        assertThat(read(folder).world().find(SETTINGS)).isPresent();
    }

    @Test
    void takesAFolderOfFilesWhateverTheirNames() throws IOException {
        write(folder, "deep/er/one.yml", configMap("settings", "a"));
        write(folder, "two.JSON", "[{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n1\"}}]");
        write(folder, "notes.txt", "kind: Pod");

        Bundle bundle = read(folder);

        assertThat(bundle.name()).isEqualTo(folder.getFileName().toString());
        assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.CONFIG_MAP, 1, Kind.NODE, 1));
        assertThat(bundle.problems()).isEmpty();
    }

    @Test
    void takesAFile() throws IOException {
        Bundle bundle = read(write(folder, "dump.yaml", configMap("settings", "a")));

        assertThat(bundle.name()).isEqualTo("dump");
        assertThat(bundle.world().find(SETTINGS)).isPresent();
    }

    @Test
    void takesListsAsKubectlWritesThem() throws IOException {
        String json =
                "{\"apiVersion\":\"v1\",\"items\":[{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n1\"}}],"
                        + "\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"\"}}";

        assertThat(stream(json).objects().counts()).isEqualTo(Map.of(Kind.NODE, 1));
        assertThat(stream("---\n" + json + "\n---\n" + configMap("settings", "a"))
                        .objects()
                        .counts())
                .isEqualTo(Map.of(Kind.NODE, 1, Kind.CONFIG_MAP, 1));
    }

    @Test
    void takesListsOfTheApiWhoseElementsDoNotSayWhatTheyAre() throws IOException {
        String element = "{metadata: {name: settings, namespace: shop}, data: {a: x}}";

        for (String list : new String[] {
            "kind: ConfigMapList\napiVersion: v1\nitems:\n- " + element,
            "apiVersion: v1\nitems:\n- " + element + "\nkind: ConfigMapList"
        }) {
            assertThat(stream(list).world().find(SETTINGS)).as(list).isPresent();
        }
    }

    @Test
    void fillsInWhatAnAliasMeans() throws IOException {
        String text = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: &n settings, namespace: shop, labels: {app: *n}}
                data: {<<: &common {a: x}, b: y}
                """;

        var found = stream(text).world().find(SETTINGS).orElseThrow();

        assertThat(found.meta().labels()).isEqualTo(Map.of("app", "settings"));
        assertThat(((ConfigFacts) found.facts()).keys()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void takesTheUtf16OfSomeShells() throws IOException {
        Path file = folder.resolve("dump.yaml");
        Files.write(file, ("\uFEFF" + configMap("settings", "a")).getBytes(StandardCharsets.UTF_16LE));

        assertThat(read(file).world().find(SETTINGS)).isPresent();
    }

    @Test
    void takesTheNewestTimeForNowWhereNoneIsTold() throws IOException {
        String certificate = """
                apiVersion: cert-manager.io/v1
                kind: Certificate
                metadata: {name: c, namespace: shop, creationTimestamp: '2026-11-20T08:00:00Z'}
                status: {notAfter: '2027-02-01T00:00:00Z', conditions: [{type: Ready, lastTransitionTime: '2026-11-20T09:30:00Z'}]}
                """;

        assertThat(stream(certificate).now()).isEqualTo("2026-11-20T09:30:00Z");
        assertThat(stream("apiVersion: v1\nkind: Node\nmetadata: {name: n1}").now())
                .isEqualTo(Cases.TODAY);
    }

    @Test
    void saysWhenAnIncidentCannotBeUnderstood() throws IOException {
        write(folder, "incident.yaml", "now: yesterday\nfocus: {name: shop}");
        write(folder, "objects.yaml", configMap("settings", "a"));

        Bundle bundle = read(folder);

        assertThat(bundle.now()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(bundle.problems()).hasSize(2).noneMatch(Problem::skipped);
    }

    @Test
    void letsTheLaterOfTwoWinAndSaysSo() throws IOException {
        Bundle bundle = stream(configMap("settings", "old") + configMap("settings", "new"));

        ConfigFacts settings =
                (ConfigFacts) bundle.world().find(SETTINGS).orElseThrow().facts();
        assertThat(settings.keys()).containsExactly("new");
        assertThat(bundle.world().changes(SETTINGS)).isEmpty();
        assertThat(bundle.problems())
                .containsExactly(new Problem(
                        "stdin",
                        2,
                        6,
                        "ConfigMap shop/settings comes again, was in stdin, line 1; this one counts",
                        false));
    }

    @Test
    void knowsWhatIsAbsentInABundleOfAWholeCluster() throws IOException {
        write(folder, "objects.yaml", NAMESPACES + configMap("settings", "a"));

        var world = read(folder).world();

        assertThat(world.presence(ResourceRef.of(Kind.CONFIG_MAP, "other", "x")))
                .isEqualTo(Presence.ABSENT);
        assertThat(world.presence(ResourceRef.of(Kind.SECRET, "shop", "x"))).isEqualTo(Presence.UNSEEN);
    }
}
