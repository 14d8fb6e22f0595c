package io.kubilitics.gateway.bundle.read;

import static io.kubilitics.gateway.bundle.read.Cases.NAMESPACES;
import static io.kubilitics.gateway.bundle.read.Cases.configMap;
import static io.kubilitics.gateway.bundle.read.Cases.read;
import static io.kubilitics.gateway.bundle.read.Cases.stream;
import static io.kubilitics.gateway.bundle.read.Cases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Completeness;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.gateway.bundle.text.Limits;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.evidence.Evidence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    private static final Map<Kind, Integer> TWO = Map.of(Kind.CONFIG_MAP, 2);

    @TempDir
    private Path folder;

    @Test
    void namesFileDocumentAndLineOfABrokenDocumentAndReadsTheRest() throws IOException {
        Bundle bundle =
                stream(configMap("a", "x") + "kind: Pod\nmetadata: {name: [broken\n---\n" + configMap("b", "x"));

        assertThat(bundle.objects().counts()).isEqualTo(TWO);
        assertThat(told(bundle))
                .containsExactly("stdin, document 2, line 7: no valid YAML: expected ',' or ']'; left out");
    }

    @Test
    void namesTheLineOfBrokenJson() throws IOException {
        Bundle bundle = stream(
                configMap("a", "x") + "{\"kind\": \"Pod\",\n \"password\" \"hunter2\"}\n---\n" + configMap("b", "x"));

        assertThat(bundle.objects().counts()).isEqualTo(TWO);
        assertThat(told(bundle)).containsExactly("stdin, document 2, line 7: no valid JSON; left out");
    }

    @Test
    void aFieldThatComesTwiceIsToldWithItsLineAndTheLastCounts() throws IOException {
        Bundle bundle = stream(configMap("a", "x") + """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: b, namespace: shop}
                data:
                  url: first
                  url: second
                data:
                  other: third
                ---
                {"kind": "List", "items": [{"apiVersion": "v1", "kind": "Secret",
                  "metadata": {"name": "c", "name": "d", "namespace": "shop"}}]}
                """);

        assertThat(told(bundle))
                .containsExactly(
                        "stdin, document 2, line 11: the field 'url' comes twice in one object; the last counts",
                        "stdin, document 2, line 12: the field 'data' comes twice in one object; the last counts",
                        "stdin, document 3, line 16: the field 'name' comes twice in one object; the last counts");
        assertThat(bundle.problems()).noneMatch(Problem::skipped);
        assertThat(bundle.world().find(ResourceRef.of(Kind.SECRET, "shop", "d")))
                .isPresent();
    }

    @Test
    void whatIsInheritedThroughAnAnchorMayBeReplaced() throws IOException {
        Bundle bundle = stream("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: a
                  namespace: shop
                  labels: &usual {team: x, tier: y}
                  annotations: {<<: *usual, tier: z}
                """);

        assertThat(bundle.problems()).isEmpty();
        assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.CONFIG_MAP, 1));
    }

    @Test
    void aFieldThatComesTwiceInAnotherFileIsToldToo() throws IOException {
        write(folder, "objects.yaml", NAMESPACES + configMap("a", "x"));
        write(folder, "incident.yaml", "id: x\nquestion: one\nquestion: two\n");

        assertThat(told(read(folder)))
                .containsExactly(
                        "incident.yaml, document 1, line 3: the field 'question' comes twice in one object; the last counts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just words",
                "\u001b[31mred",
                "kind: Pod\n\tmetadata: x",
                "kind: *nobody",
                "{{- if .Values.enabled }}\nkind: Pod",
                "a: b: c",
                "\"unclosed",
                "!!java.net.URL [http://127.0.0.1]",
            })
    void whateverItIsStaysCalm(String document) throws IOException {
        Bundle bundle = stream(configMap("a", "x") + document + "\n---\n" + configMap("b", "x"));

        assertThat(bundle.objects().counts()).isEqualTo(TWO);
        assertThat(told(bundle))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("stdin, document 2, line ")
                        .doesNotContain("\u001b")
                        .doesNotContain("Exception"));
    }

    @Test
    void tellsOfObjectsThatAreNone() throws IOException {
        Bundle bundle = stream(configMap("a", "x")
                + "image: nginx\n---\nkind: Pod\n---\nkind: Pod\nmetadata: {labels: 5}\n---\n" + configMap("b", "x"));

        assertThat(bundle.objects().counts()).isEqualTo(TWO);
        assertThat(told(bundle))
                .containsExactly(
                        "stdin, document 2, line 6: no Kubernetes object: it has no kind; left out",
                        "stdin, document 3, line 8: an object without a name; left out",
                        "stdin, document 4, line 10: an object without a name; left out");
    }

    @Test
    void inABundleWhatIsNoObjectIsMissingAndNothingIsCompleteAnyMore() throws IOException {
        write(folder, "objects.yaml", NAMESPACES + configMap("a", "x"));
        assertThat(read(folder).objects().coverage()).isNotEqualTo(Completeness.NONE);

        for (String odd : List.of("image: nginx\n", "kind: Pod\nmetadata: {labels: {}}\n")) {
            write(folder, "objects.yaml", NAMESPACES + configMap("a", "x") + odd);
            Bundle bundle = read(folder);

            assertThat(bundle.objects().coverage()).isEqualTo(Completeness.NONE);
            assertThat(bundle.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.skipped()).isTrue())
                    .satisfies(problem -> assertThat(problem.toString())
                            .endsWith("; left out")
                            .doesNotContain("left out; left out"));
        }
    }

    @Test
    void takesWhatFitsOfAnObjectAndNamesTheFieldsThatDoNotButNotWhatStandsInThem() throws IOException {
        Bundle bundle = stream("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: d, namespace: shop, labels: [my-label]}
                spec:
                  replicas: my-password
                  template: {spec: {containers: [{name: a, image: {my: image}}, my-container], volumes: my-volumes}}
                """);

        assertThat(told(bundle))
                .singleElement()
                .asString()
                .startsWith("stdin, document 1, line 1: Deployment shop/d has something else than it should at ")
                .endsWith("; taken as empty")
                .contains(
                        "spec.replicas",
                        "metadata.labels",
                        "spec.template.spec.containers[].image",
                        "spec.template.spec.containers[]",
                        "spec.template.spec.volumes")
                .doesNotContain("my-");
        assertThat(bundle.problems()).noneMatch(Problem::skipped);
        assertThat(bundle.world().find(ResourceRef.of(Kind.DEPLOYMENT, "shop", "d")))
                .hasValueSatisfying(found -> assertThat(found.toString()).doesNotContain("my-password"));
    }

    @Test
    void concludesNothingFromAbsenceWhenSomethingCouldNotBeRead() throws IOException {
        write(folder, "objects.yaml", NAMESPACES + configMap("a", "x"));
        assertThat(read(folder).objects().coverage().everywhere()).contains(Kind.CONFIG_MAP);

        write(folder, "objects.yaml", NAMESPACES + configMap("a", "x") + "kind: [");

        assertThat(read(folder).objects().coverage()).isEqualTo(Completeness.NONE);
    }

    @Test
    void refusesALargeFileBeforeReadingIt() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("objects.yaml").toFile(), "rw")) {
            large.setLength(200L << 20);
        }

        Bundle bundle = read(folder);

        assertThat(told(bundle))
                .containsExactly("objects.yaml: larger than 128 MiB; split it, or take fewer namespaces; left out");
        assertThat(bundle.problems()).allMatch(Problem::skipped);
    }

    @Test
    void stopsAStreamThatDoesNotEnd() throws IOException {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(configMap("a", "x").getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() {
                        return '\n';
                    }
                });

        Bundle bundle = Cases.reader(new Limits(1 << 20, 1 << 20, 200, 1 << 20)).read("stdin", endless);

        assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.CONFIG_MAP, 1));
        assertThat(told(bundle)).containsExactly("stdin: larger than 1 MiB; the rest of it; left out");
    }

    @Test
    void refusesFilesThatAreTogetherTooLarge() throws IOException {
        write(folder, "a.yaml", configMap("a", "x"));
        write(folder, "b.yaml", configMap("b", "x"));
        long one = Files.size(folder.resolve("a.yaml"));

        Bundle bundle = Cases.reader(new Limits(1000, one + 1, 200, 1000)).read(folder);

        assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.CONFIG_MAP, 1));
        assertThat(told(bundle)).singleElement().asString().startsWith("b.yaml: with it the whole is larger than");
    }

    @Test
    void refusesWhatIsNestedTooDeepInYamlAndJson() throws IOException {
        String yaml = "kind: Pod\nmetadata: {name: p}\nspec: " + "{a: ".repeat(10_000) + "1" + "}".repeat(10_000);
        String json = "{\"kind\":\"Pod\",\"spec\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        Bundle bundle = stream(configMap("a", "x") + yaml + "\n---\n" + json + "\n---\n" + configMap("b", "x"));

        assertThat(bundle.objects().counts()).isEqualTo(TWO);
        assertThat(told(bundle))
                .containsExactly(
                        "stdin, document 2, line 8: nested deeper than 200 levels; left out",
                        "stdin, document 3, line 10: nested deeper than 200 levels; left out");
    }

    @Test
    void refusesOneElementOfAListAndReadsTheOthers() throws IOException {
        String deep = "{\"kind\":\"Pod\",\"spec\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String node = "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"%s\"}}";

        Bundle bundle = stream(
                "{\"kind\":\"List\",\"items\":[%s,%s,%s]}".formatted(node.formatted("n1"), deep, node.formatted("n2")));

        assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.NODE, 2));
        assertThat(told(bundle)).containsExactly("stdin, document 1, line 1: nested deeper than 200 levels; left out");
    }

    @Test
    void refusesWhatWouldNeedMuchDeeperNesting() throws IOException {
        String yaml = "a: " + "[".repeat(100_000);

        Bundle bundle = stream(yaml + "\n---\n" + configMap("b", "x"));

        assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.CONFIG_MAP, 1));
        assertThat(told(bundle))
                .containsExactly(
                        "stdin, document 1, line 1: deeper or larger than anything that Kubernetes would store; left out");
    }

    @Test
    void doesNotLetABombOfAliasesGoOff() throws IOException {
        StringBuilder bomb = new StringBuilder("kind: Pod\nmetadata: {name: p}\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]%n"
                    .formatted(
                            i,
                            i,
                            String.join(
                                    ", ",
                                    List.of(before, before, before, before, before, before, before, before, before))));
        }

        Bundle bundle = stream(bomb + "---\n" + configMap("b", "x"));

        assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.CONFIG_MAP, 1));
        assertThat(told(bundle))
                .singleElement()
                .asString()
                .endsWith("larger than any object that Kubernetes would store; left out");
    }

    @Test
    void refusesAnObjectThatIsTooLarge() throws IOException {
        String large = configMap("large", "x").replace("value", "v".repeat(2000));
        Limits limits = new Limits(1 << 20, 1 << 20, 200, 1000);

        Bundle bundle = Cases.reader(limits)
                .read(
                        "stdin",
                        new ByteArrayInputStream((large + configMap("b", "x")).getBytes(StandardCharsets.UTF_8)));

        assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.CONFIG_MAP, 1));
        assertThat(told(bundle)).singleElement().asString().contains("larger than any object");
    }

    @Test
    void refusesALineThatIsTooLong() throws IOException {
        String large = configMap("large", "x").replace("value", "v".repeat((2 << 20) + 1));

        Bundle bundle = stream(large + configMap("b", "x"));

        assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.CONFIG_MAP, 1));
        assertThat(told(bundle)).singleElement().asString().contains("a line of more than 2 MiB");
    }

    @Test
    void keepsTheFirstOfEndlessProblems() throws IOException {
        Bundle bundle = stream("kind: Pod\n---\n".repeat(1000));

        assertThat(bundle.problems()).hasSize(101);
        assertThat(bundle.problems().getLast()).hasToString("and 900 more: problems like these");
    }

    @Test
    void saysThatAnEmptyFolderHoldsNothing() throws IOException {
        Bundle bundle = read(folder);

        assertThat(told(bundle)).containsExactly(folder + ": no objects: no file of YAML or JSON is there; left out");
        assertThat(bundle.world().all()).isEmpty();
    }

    @Test
    void leavesOutAnExtraFileThatIsBroken() throws IOException {
        write(folder, "objects.yaml", configMap("a", "x"));
        write(folder, "timeline.yaml", "steps: [");
        write(folder, "metrics.csv", "time,a-cpu\n2026-11-20 08:00:00,many\n");
        write(folder, "probes.yaml", "connectivity: 5\ncallGraph: [x]\nnodeServices: {a: b}\nerrorLogs: x");
        write(folder, "alerts.yaml", "5");

        Bundle bundle = read(folder);

        assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.CONFIG_MAP, 1));
        assertThat(told(bundle))
                .containsExactly(
                        "timeline.yaml, document 1, line 1: no valid YAML: expected the node content; left out",
                        "metrics.csv, document 1, line 2: a row that is not a time and numbers; left out");
    }

    @Test
    void followsNoLinkOutOfABundle() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "kind: Node");
        Path bundle = Files.createDirectories(folder.resolve("bundle/logs/shop/cart"));
        Files.createSymbolicLink(bundle.resolve("app.log"), outside);
        write(folder, "bundle/incident.yaml", "id: b");
        Files.createSymbolicLink(folder.resolve("bundle/objects.yaml"), outside);

        Bundle read = read(folder.resolve("bundle"));

        assertThat(read.objects().counts()).isEmpty();
        assertThat(read.extras().logs().lines(LogFiles.probe("shop", "cart", "app.log")))
                .isInstanceOf(Evidence.Unavailable.class);
    }

    @Test
    void saysWhatOfAFolderItDoesNotLookInto() throws IOException {
        write(folder, "one.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one, namespace: shop}\n");
        Files.createSymbolicLink(folder.resolve("two.yaml"), folder.resolve("one.yaml"));
        Files.createSymbolicLink(folder.resolve("notes.txt"), folder.resolve("one.yaml"));
        Files.createDirectories(folder.resolve("a/".repeat(21)));

        Bundle bundle = read(folder);

        assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.CONFIG_MAP, 1));
        assertThat(told(bundle))
                .containsExactlyInAnyOrder(
                        "two.yaml: is a link, which is not followed: name what it leads to; left out",
                        "a/".repeat(19) + "a: lies too deep: name it to have it read; left out");
    }

    @Test
    void saysWhatToNameInsteadOfAFolderOfBundles() throws IOException {
        write(folder, "one/objects.yaml", "");

        assertThatExceptionOfType(NotABundle.class)
                .isThrownBy(() -> read(folder))
                .withMessage("%s holds bundles and is none itself: name them, as in %s/*", folder, folder);
        assertThatExceptionOfType(NotABundle.class)
                .isThrownBy(() -> read(folder.resolve("nothing")))
                .withMessage("there is no file or folder %s", folder.resolve("nothing"));
    }

    private static List<String> told(Bundle bundle) {
        return bundle.problems().stream().map(Problem::toString).toList();
    }
}
