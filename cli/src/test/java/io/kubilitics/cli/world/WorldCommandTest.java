package io.kubilitics.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kubilitics.cli.Called;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldCommandTest {

    private static final String EXAMPLE = "../examples/missing-key";

    @TempDir
    private Path folder;

    @Test
    void countsWhatThereIs() {
        Called called = world();

        assertThat(called.status()).isZero();
        assertThat(called.out())
                .startsWith("missing-key, as of 2026-11-21T10:30:00Z")
                .containsPattern("Pod +2 +yes +yes")
                .containsPattern("scheduled-on +2 +0 +0");
    }

    @Test
    void namesWhatIsReferredToAndNotThere() throws IOException {
        Path file = folder.resolve("objects.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of(EXAMPLE, "objects.yaml")).replace("name: node-1, uid", "name: node-2, uid"));

        JsonNode json = json(Called.with("world", folder.toString(), "-o", "json"));

        assertThat(json.path("absent")).hasSize(1);
        assertThat(json.path("absent").path(0).asText()).isEqualTo("Node node-1");
        assertThat(json.path("relations").findValuesAsText("type")).contains("owns", "reads", "scheduled-on");
    }

    @Test
    void drawsKindsAndTheirRelations() {
        assertThat(world("-o", "dot").out()).startsWith("digraph world {").contains("\"Pod (2)\"", "\"owns 2\"");
        assertThat(world("-o", "mermaid").out()).startsWith("flowchart LR\n").contains("[\"Pod (2)\"]");
    }

    @Test
    void showsSymptoms() {
        Called called = world("symptoms");

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out()).contains("container-not-created  Pod shop/cart-7d9c5b6f4-q9w2m  cart");
        assertThat(world("symptoms", "-o", "dot").out())
                .contains("q9w2m: container-not-created\"", "\"Deployment shop/cart\"");
    }

    @Test
    void showsWhoWouldSuffer() {
        assertThat(world("impact", "configmap/shop/cart-settings").out())
                .containsPattern("ConfigMap shop/cart-settings +0 +missing")
                .containsPattern(
                        "Pod shop/cart-7d9c5b6f4-q9w2m +1 +unwell +cannot start without it \\(database.url\\) +ConfigMap shop/cart-settings");
        JsonNode json = json(world("impact", "Secret/cart-login", "--if", "unwell", "-o", "json"));
        assertThat(json.path("start").path("name").asText()).isEqualTo("cart-login");
        assertThat(json.path("failure").asText()).isEqualTo("unwell");
        assertThat(json.path("cut").isBoolean()).isTrue();
        assertThat(json.path("cut").asBoolean()).isFalse();
        JsonNode lines = json.path("affected");
        assertThat(lines.findValuesAsText("kind")).contains("Pod", "Deployment");
        assertThat(lines.path(0).path("because").asText()).isEqualTo("does not find in it what it reads");
        assertThat(world("impact", "Node/node-1", "-o", "dot").out())
                .contains("\"Node node-1: missing\"", "q9w2m: missing\"", "scheduled-on");
    }

    @Test
    void showsTheShortestPath() {
        assertThat(world("path", "nodes/node-1", "ConfigMap/cart-settings").out())
                .matches("""
                Node node-1
                  <-scheduled-on- Pod shop/cart-7d9c5b6f4-.....
                  -reads \\(database.url\\)-> ConfigMap shop/cart-settings
                """);
        assertThat(json(world("path", "nodes/node-1", "ConfigMap/cart-settings", "-o", "json"))
                        .findValuesAsText("relation"))
                .containsExactly("scheduled-on", "reads");
        assertThat(json(world("path", "nodes/node-1", "ConfigMap/cart-settings", "-o", "json"))
                        .path(1)
                        .path("keys"))
                .singleElement()
                .isEqualTo(TextNode.valueOf("database.url"));
        assertThat(world("path", "nodes/node-1", "ConfigMap/cart-settings", "-o", "dot")
                        .out())
                .contains("[label=\"reads (database.url)\"]");
        assertThat(world("path", "Node/node-1", "Node/node-1").out()).isEqualTo("Node node-1\n");
    }

    @Test
    void oneKeyHarmsWhoReadsIt() {
        assertThat(world("impact", "cm/cart-settings", "--key", "database.url").out())
                .contains("q9w2m");
        assertThat(world("impact", "cm/cart-settings", "--key", "nobody-reads-this")
                        .out())
                .contains("Nobody is known to suffer.");
        assertThat(world("impact", "no/node-1", "--key", "x").err())
                .startsWith("kubilitics: --key is for ConfigMaps and Secrets: Node node-1 has no keys");
    }

    @Test
    void showsWhatIsAround() {
        Called near = world("around", "cm/cart-settings");

        assertThat(near.out())
                .contains("Deployment shop/cart")
                .doesNotContain("Node node-1")
                .containsPattern("Deployment shop/cart +reads \\(database.url\\) +ConfigMap shop/cart-settings");
        assertThat(world("around", "cm/cart-settings", "--hops", "2").out()).contains("Node node-1");
        assertThat(world("around", "cm/cart-settings", "--hops", "0").out()).doesNotContain("RELATION");
        assertThat(world("around", "cm/cart-settings", "--hops", "-1").status()).isEqualTo(2);
        JsonNode json = json(world("around", "sa/default", "-o", "json"));
        assertThat(json.path("objects").path(0).path("presence").asText()).isEqualTo("unseen");
        assertThat(json.path("relations").findValuesAsText("relation")).containsOnly("uses-account");
        assertThat(json.path("cut").asBoolean()).isFalse();
        assertThat(world("around", "sa/default", "-o", "mermaid").out())
                .contains("[\"ServiceAccount shop/default: unseen\"]");
    }

    @Test
    void showsWhatTheyHaveInCommon() {
        assertThat(world("common").out())
                .containsPattern("COULD EXPLAIN 1 +IF +KNOWN TO FAIL")
                .containsPattern("Pod shop/cart-7d9c5b6f4-q9w2m +unwell +yes +2\n");
        JsonNode json = json(world("common", "po/cart-7d9c5b6f4-q9w2m", "po/cart-7d9c5b6f4-x2x8k", "-o", "json"));
        assertThat(json.path("causes")).hasSize(1);
        assertThat(json.path("causes").path(0).path("explains")).hasSize(2);
        assertThat(json.path("causes")
                        .path(0)
                        .path("suspects")
                        .findValues("objects")
                        .toString())
                .contains("ConfigMap shop/cart-settings", "Node node-1")
                .doesNotContain("Pod");
        assertThat(json.path("causes").path(0).path("suspects").findValues("others"))
                .isSortedAccordingTo(Comparator.comparingInt(JsonNode::asInt));
        assertThat(world("common", "po/cart-7d9c5b6f4-q9w2m", "po/cart-7d9c5b6f4-x2x8k", "-o", "dot")
                        .out())
                .contains("could explain");
        assertThat(world("common", "po/nobody").status()).isEqualTo(1);
    }

    @Test
    void tellsWhatAChangeWouldDo() {
        Called scaled = world("after", "deploy/cart", "--patch", "{\"spec\":{\"replicas\":1}}");

        assertThat(scaled.status()).isZero();
        assertThat(scaled.out())
                .containsPattern("Deployment shop/cart +changed")
                .containsPattern("Pod shop/cart-7d9c5b6f4-q9w2m +gone")
                .contains("those go that are not ready");
        String other = "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"cart\",\"envFrom\":"
                + "[{\"configMapRef\":{\"name\":\"not-there\"}}]}]}}}}";
        assertThat(json(world("after", "deploy/cart", "-p", other, "-o", "json"))
                        .path("missed"))
                .singleElement()
                .isEqualTo(TextNode.valueOf("ConfigMap shop/not-there"));
        assertThat(json(world("after", "deploy/cart", "-p", other, "-o", "json"))
                        .path("becomesUnwell"))
                .isEmpty();
        assertThat(world("after", "deploy/cart", "-p", "replicas: 1").err()).contains("--patch takes a JSON object");
        assertThat(world("after", "deploy/cart", "-p", "{\"$retainKeys\":[]}").status())
                .isEqualTo(2);
        assertThat(world("after", "sa/default", "-p", "{\"a\":1}").err())
                .contains("ServiceAccount shop/default is not there");
    }

    @Test
    void aKindOfTwoGroupsIsToldApartByItsGroup() throws IOException {
        Path two = Files.writeString(folder.resolve("two.yaml"), """
                apiVersion: serving.knative.dev/v1
                kind: Service
                metadata: {name: a, namespace: shop}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: a, namespace: shop}
                """);

        Called both = Called.with("world", two.toString(), "around", "Service/shop/a");
        assertThat(both.status()).isEqualTo(2);
        assertThat(both.err())
                .contains("may be any of these, name one: Service.core/shop/a, Service.serving.knative.dev/shop/a");
        for (String exact : new String[] {"service.serving.knative.dev/a", "svc.core/a"}) {
            assertThat(Called.with("world", two.toString(), "around", exact).status())
                    .isZero();
        }
    }

    @Test
    void takesKindsAsKubectlDoes() {
        for (String kind : new String[] {"cm", "configmaps", "ConfigMap"}) {
            assertThat(world("impact", kind + "/shop/cart-settings").status()).isZero();
        }
        assertThat(world("path", "no/node-1", "po/shop/cart-7d9c5b6f4-q9w2m").out())
                .contains("scheduled-on");
    }

    @Test
    void showsWhatChangedAround() {
        assertThat(world("timeline", "deploy/shop/cart").out())
                .containsPattern(
                        "2026-11-21T10:10:00Z +1 +change +key database.url of ConfigMap shop/cart-settings was removed; .*ana")
                .containsPattern("~ +2026-11-21T10:10:00Z +1 +change +key database-url")
                .containsPattern("symptom +Pod shop/cart-7d9c5b6f4-q9w2m: ");
        JsonNode lines = json(world("timeline", "cm/cart-settings", "-o", "json"));
        assertThat(lines.findValuesAsText("by")).contains("kubectl-edit (user: ana)");
        assertThat(world("timeline", "cm/cart-settings", "--since", "10s").out())
                .startsWith("Nothing is known to have happened around ConfigMap shop/cart-settings between");
        assertThat(world("timeline", "cm/cart-settings", "-o", "mermaid").out()).contains("2026-11-21T10:10:00Z");
    }

    @Test
    void showsTheWorldAsItWas() {
        Called then = world("as-of", "10:05");

        assertThat(then.out()).startsWith("missing-key, as of 2026-11-21T10:05:00Z");
        assertThat(then.err())
                .contains("undone steps of the timeline: 1; objects left out because they came later: ")
                .contains("is as it was at 2026-11-21T10:30:00Z");
        assertThat(then.out()).containsPattern("ConfigMap +1 +yes +no").doesNotContain("Referred to and absent");
        assertThat(world("as-of", "10s").out()).containsPattern("Event +1 +yes +no");
        assertThat(world("as-of", "1h").err()).contains("nobody tells of changes as early as that");
        assertThat(json(world("as-of", "2026-11-21T10:30:00Z", "-o", "json")).path("kinds"))
                .hasSameSizeAs(json(world("as-of", "0s", "-o", "json")).path("kinds"));
    }

    @Test
    void aLiveClusterHasNoPastForACommandThatBeginsNow() {
        Called called = Called.with("world", "--context", "no-such-context", "as-of", "10:05");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err())
                .startsWith("kubilitics: as-of needs a PATH")
                .contains("'diagnose' (with 'at') or 'timeline' of a running 'kubilitics mcp'");
    }

    @Test
    void saysWhichMomentsItCannotTell() {
        assertThat(world("as-of", "tomorrow").err()).startsWith("kubilitics: 'tomorrow' is no moment: write 2026-");
        assertThat(world("as-of", "25:99").err()).startsWith("kubilitics: '25:99' is no moment");
        assertThat(world("as-of", "2030-01-01T00:00:00Z").err())
                .startsWith(
                        "kubilitics: 2030-01-01T00:00:00Z is after 2026-11-21T10:30:00Z, when missing-key was taken");
        assertThat(world("timeline", "cm/cart-settings", "--since", "soon").err())
                .startsWith("kubilitics: 'soon' is no span of time");
        assertThat(world("timeline", "cm/nobody").err()).contains("nothing is known of cm/nobody");
    }

    @Test
    void saysWhatIsNotUnderstood() {
        assertThat(world("impact", "Pod").err()).startsWith("kubilitics: 'Pod' is not of the form KIND/NS/NAME");
        assertThat(world("impact", "Pod/shop/nobody").err())
                .isEqualToIgnoringNewLines("kubilitics: nothing is known of Pod/shop/nobody");
        assertThat(world("path", "Node/node-1", "Namespace/default").err())
                .isEqualToIgnoringNewLines(
                        "kubilitics: nothing that is known leads from Node node-1 to Namespace default");
        assertThat(Called.with("world", EXAMPLE, EXAMPLE, "symptoms").err())
                .startsWith("kubilitics: one PATH at a time");
        assertThat(Called.with("world", EXAMPLE, "--context", "x").status()).isEqualTo(2);
    }

    @Test
    void suggestsTheCommandThatWasMistyped() {
        Called mistyped = world("impcat", "cm/cart-settings");

        assertThat(mistyped.status()).isEqualTo(2);
        assertThat(mistyped.out()).isEmpty();
        assertThat(mistyped.err())
                .isEqualToIgnoringNewLines(
                        "kubilitics: 'impcat' is neither a command nor a file or folder, did you mean 'impact'? "
                                + "The PATH comes first: kubilitics world PATH impact …");
        assertThat(Called.with("world", "symptms").err()).contains("did you mean 'symptoms'?");
        assertThat(Called.with("world", "time-line", EXAMPLE, "x").err()).contains("did you mean 'timeline'?");
    }

    @Test
    void aPathThatIsNotThereAndLikeNoCommandIsStillAPath() {
        Called called = world("nothing-like-it");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err())
                .contains("there is no file or folder nothing-like-it")
                .doesNotContain("did you mean");
    }

    @Test
    void listsManyInALineEach() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "kind: [");

        Called called = Called.with("world", EXAMPLE, broken.toString());

        assertThat(called.status()).isZero();
        assertThat(called.out())
                .containsPattern("missing-key +2026-11-21T10:30:00Z +8 +11 +10 +15 +0\n")
                .containsPattern("broken .* 1\n")
                .containsPattern("Deployment.apps +1 +1 +yes\n")
                .containsPattern("scheduled-on +1 +2 +0 +0\n")
                .endsWith("2 bundles, 1 problems in 1 of them" + System.lineSeparator());
        assertThat(called.err()).startsWith("kubilitics: broken: broken.yaml, document 1, line 1");
    }

    @Test
    void oneThatIsNotThereDoesNotEndTheOthers() {
        Called called = Called.with("world", folder.resolve("nothing-here").toString(), EXAMPLE, EXAMPLE);

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err()).contains("there is no file or folder " + folder.resolve("nothing-here"));
        assertThat(called.out()).endsWith("2 bundles, 0 problems in 0 of them" + System.lineSeparator());
    }

    @Test
    void tellsWhatIsAbsentAndNeededFromWhatIsNot() throws IOException {
        Path file = folder.resolve("objects.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of(EXAMPLE, "objects.yaml"))
                        .replace("key: password}", "key: password, optional: true}")
                        .replace("name: cart-login\n", "name: another-one\n"));

        Called called = Called.with("world", folder.toString());
        assertThat(called.out()).contains("perhaps not needed").doesNotContain("Referred to and absent");
        JsonNode json = json(Called.with("world", folder.toString(), "-o", "json"));
        assertThat(json.path("absent")).isEmpty();
        assertThat(json.path("absentPerhapsNotNeeded"))
                .singleElement()
                .isEqualTo(TextNode.valueOf("Secret shop/cart-login"));
        assertThat(Called.with("world", folder.toString(), "impact", "Secret/cart-login")
                        .out())
                .contains("Nobody is known to suffer.");
    }

    @Test
    void namesOwnersInACircle() throws IOException {
        Path circle = Files.writeString(folder.resolve("circle.yaml"), owned("a", "b") + "---\n" + owned("b", "a"));

        assertThat(Called.with("world", circle.toString()).out())
                .contains("In a circle", "owns: ConfigMap shop/a, ConfigMap shop/b");
    }

    private static String owned(String name, String owner) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s, namespace: shop, ownerReferences: ["
                        .formatted(name)
                + "{apiVersion: v1, kind: ConfigMap, name: %s, uid: u}]}\n".formatted(owner);
    }

    @Test
    void keepsNamesFromDrawingOnTheTerminalOrOutOfTheirBox() throws IOException {
        Path file = Files.writeString(
                folder.resolve("evil.yaml"),
                "apiVersion: v1\nkind: Node\nmetadata: {name: \"a\\e[31m\\\"];b<script>\"}\n---\n"
                        + "apiVersion: v1\nkind: \"P\\e[31m\\\"od\"\nmetadata: {name: x}");

        for (String form : new String[] {"table", "dot", "mermaid"}) {
            assertThat(Called.with("world", file.toString(), "-o", form).out())
                    .doesNotContain("\u001b", "<script>", "P\"", " \"od");
        }
    }

    private static Called world(String... more) {
        return Called.with(
                Stream.concat(Stream.of("world", EXAMPLE), Stream.of(more)).toArray(String[]::new));
    }

    private static JsonNode json(Called called) {
        try {
            return new ObjectMapper().readTree(called.out());
        } catch (IOException wrong) {
            throw new AssertionError(called.out() + called.err(), wrong);
        }
    }
}
