package io.kubilitics.graph.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifferencesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'data': {'a': '1'}} | {'data': {'a': '2'}} | KEY | key a of X changed from 1 to 2",
                "{'data': {'a': '1', 'b': ''}} | {'data': {'a': '1'}} | KEY | key b of X was removed",
                "{} | {'data': {'a/b': '1'}} | KEY | key a/b of X was added: 1",
                "{'spec': {'replicas': 2}} | {'spec': {'replicas': 0}} | REPLICAS | replicas of X changed from 2 to 0",
                "{'spec': {'selector': {'app': 'a'}}} | {'spec': {'selector': {'app': 'b'}}} | SELECTOR |"
                        + " spec.selector.app of X changed from a to b",
                "{'metadata': {'labels': {'a': 'b'}}} | {'metadata': {'labels': {}}} | LABEL | label a of X was removed; it was b",
                "{'spec': {'template': {'metadata': {'labels': {}}}}} | {'spec': {'template': {'metadata': {'labels': {'a': 'b'}}}}} |"
                        + " LABEL | label a of the pods of X was added: b",
                "{'spec': {}} | {'spec': {'taints': [{'key': 'k'}]}} | SCHEDULING | spec.taints of X was added: [{'key':'k'}]",
                "{'spec': {'unschedulable': true}} | {'spec': {}} | SCHEDULING | spec.unschedulable of X was removed; it was true",
                "{'spec': {'ports': [{'port': 80, 'targetPort': 1}]}} | {'spec': {'ports': [{'port': 80, 'targetPort': 2}]}} | PORT |"
                        + " spec.ports[80].targetPort of X changed from 1 to 2",
                "{'rules': [{'verbs': ['get']}]} | {'rules': [{'verbs': ['get', 'list']}]} | OTHER |"
                        + " rules[0].verbs of X changed from ['get'] to ['get','list']",
                "{'rules': [{'verbs': ['get']}]} | {'rules': []} | OTHER | rules of X changed from [{'verbs':['get']}] to []",
                "{'spec': {'a': {}}} | {'spec': {}} | OTHER | spec.a of X was removed; it was {}"
            })
    void tellsWhichFieldAndWhatItWas(String before, String after, Topic topic, String sentence) {
        Edit edit = only(before, after);

        assertThat(edit.place().topic()).isEqualTo(topic);
        assertThat(edit.sentence("X").replace('"', '\'')).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'image': 'x:1' | 'image': 'x:2' | IMAGE | image",
                "'args': ['a'] | 'args': ['b'] | COMMAND | args",
                "'ports': [] | 'resources': {'limits': {'memory': '1Gi'}}, 'ports': [] | MEMORY_LIMIT | memory limit",
                "'resources': {'limits': {'cpu': 1}} | 'resources': {'limits': {'cpu': 2}} | RESOURCES | resources.limits.cpu",
                "'env': [{'name': 'A', 'value': '1'}] | 'env': [{'name': 'A', 'value': '2'}] | ENVIRONMENT | env[A].value",
                "'livenessProbe': {'tcpSocket': {'port': 1}} | 'livenessProbe': {'tcpSocket': {'port': 2}} | PROBE |"
                        + " livenessProbe.tcpSocket.port",
                "'volumeMounts': [{'mountPath': '/a', 'name': 'x'}] | 'volumeMounts': [{'mountPath': '/a', 'name': 'y'}] | VOLUME |"
                        + " volumeMounts[/a].name"
            })
    void tellsAContainerByItsNameWhereverItStands(String before, String after, Topic topic, String words) {
        String in = "{'spec': {'template': {'spec': {'%s': [{'name': 'first'}, {'name': 'app', %s}]}}}}";
        for (String list : List.of("containers", "initContainers")) {
            List<Edit> edits = edits(in.formatted(list, before), in.formatted(list, after));

            assertThat(edits.getFirst().place().topic()).isEqualTo(topic);
            assertThat(edits.getFirst().place().container()).contains("app");
            assertThat(edits.getFirst().words()).isEqualTo(words + " of container app");
            assertThat(edits.getFirst().path()).startsWith("/spec/template/spec/" + list + "/1/");
        }
    }

    @Test
    void anotherPlaceInAListIsNoOtherEntry() {
        String two = "{'spec': {'containers': [{'name': 'a', 'image': 'a:1'}, {'name': 'b', 'image': 'b:1'}]}}";
        String turned = "{'spec': {'containers': [{'name': 'b', 'image': 'b:2'}, {'name': 'a', 'image': 'a:1'}]}}";

        assertThat(edits(two, turned))
                .extracting(edit -> edit.sentence("X"))
                .containsExactly(
                        "image of container b of X changed from b:1 to b:2",
                        "spec.containers.order of X changed from a, b to b, a");
    }

    @Test
    void theWorkOfTheClusterIsNotTold() {
        assertThat(
                        edits(
                                "{'metadata': {'resourceVersion': '1', 'annotations': {'deployment.kubernetes.io/revision': '1'}}, 'status': {}}",
                                "{'metadata': {'resourceVersion': '2', 'annotations': {'deployment.kubernetes.io/revision': '2'}}, 'status': {'a': 1}}"))
                .isEmpty();
    }

    @Test
    void ofVeryManyFieldsItIsSaidHowManyMore() {
        ObjectNode before = JSON.createObjectNode();
        ObjectNode after = JSON.createObjectNode();
        for (int i = 0; i < 1_000; i++) {
            before.withObject("/data").put("k" + i, "1");
            after.withObject("/data").put("k" + i, "2");
        }

        List<Edit> edits = Differences.ofWishes(before, after);

        assertThat(edits).hasSize(Differences.MOST);
        assertThat(edits.getLast().words()).isEqualTo("951 more fields");
        after.withObject("/data").put("k0", "x".repeat(100_000));
        assertThat(Differences.ofWishes(before, after).getFirst().to().orElseThrow())
                .hasSizeLessThan(Edit.LONGEST + 2);
    }

    /** Whatever two trees are, nothing is told of equal ones and something of others; and so does the print. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void somethingIsToldExactlyWhenSomethingDiffers(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            ObjectNode before = JSON.createObjectNode();
            before.set("spec", tree(random, 4));
            ObjectNode after = JSON.createObjectNode();
            after.set("spec", random.nextInt(3) == 0 ? before.get("spec").deepCopy() : tree(random, 4));

            boolean differ = !before.equals(after);
            assertThat(Differences.ofWishes(before, after).isEmpty())
                    .as("%s and %s", before, after)
                    .isEqualTo(!differ);
            assertThat(Wish.print(before) != Wish.print(after)).isEqualTo(differ);
        }
    }

    private static JsonNode tree(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 0 -> JSON.getNodeFactory().numberNode(random.nextInt(2));
            case 1 -> JSON.getNodeFactory().textNode(random.nextBoolean() ? "a" : "b");
            case 2 -> list(random, depth);
            default -> object(random, depth);
        };
    }

    private static JsonNode list(Random random, int depth) {
        ArrayNode list = JSON.createArrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(tree(random, depth - 1));
        }
        return list;
    }

    private static JsonNode object(Random random, int depth) {
        ObjectNode object = JSON.createObjectNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            object.set(List.of("name", "port", "x").get(i), tree(random, depth - 1));
        }
        return object;
    }

    private static Edit only(String before, String after) {
        List<Edit> edits = edits(before, after);
        assertThat(edits).hasSize(1);
        assertThat(edits.getFirst().from().or(edits.getFirst()::to)).isNotEqualTo(Optional.empty());
        return edits.getFirst();
    }

    private static List<Edit> edits(String before, String after) {
        try {
            return Differences.ofWishes(
                    JSON.readTree(before.replace('\'', '"')), JSON.readTree(after.replace('\'', '"')));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
