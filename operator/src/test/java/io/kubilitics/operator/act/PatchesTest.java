package io.kubilitics.operator.act;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.zjsonpatch.JsonPatch;
import io.kubilitics.crds.proposal.PatchOperation;
import io.kubilitics.crds.proposal.status.FieldChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CART = """
            {'metadata': {'name': 'cart', 'uid': 'u', 'resourceVersion': '7', 'generation': 2, 'managedFields': [{'manager': 'x'}]},
             'spec': {'containers': [{'name': 'proxy', 'image': 'p:1'}, {'name': 'app', 'image': 'cart:1'}]}, 'status': {'ready': 1}}""";

    @Test
    void aContainerIsMeantByItsNameAndItsOldValue() {
        List<PatchOperation> patch = Patches.between(json(CART), json(CART.replace("cart:1", "cart:2")));

        assertThat(patch)
                .containsExactly(
                        PatchOperation.test("/spec/containers/1/name", TextNode.valueOf("app")),
                        PatchOperation.test("/spec/containers/1/image", TextNode.valueOf("cart:1")),
                        PatchOperation.replace("/spec/containers/1/image", TextNode.valueOf("cart:2")));
    }

    @Test
    void whatTheApiServerKeepsForItselfIsNoChange() {
        JsonNode later = json(CART.replace("'7'", "'8'")
                .replace("'generation': 2", "'generation': 3")
                .replace("'x'", "'y'")
                .replace("'ready': 1", "'ready': 0"));

        assertThat(Patches.between(json(CART), later)).isEmpty();
        assertThat(Patches.changes(0, json(CART), later)).isEmpty();
    }

    @Test
    void thereAndBackIsWhereItWas() {
        JsonNode before = json(CART);
        JsonNode after = json("""
                {'metadata': {'name': 'cart', 'uid': 'u', 'labels': {'a/b': 'c'}},
                 'spec': {'containers': [{'name': 'app', 'image': 'cart:2', 'args': ['x', 'y']}]}}""");

        JsonNode there = apply(before, Patches.between(before, after));
        JsonNode back = apply(there, Patches.between(there, before));

        assertThat(there.at("/spec")).isEqualTo(after.at("/spec"));
        assertThat(there.at("/metadata/labels")).isEqualTo(after.at("/metadata/labels"));
        assertThat(back.at("/spec")).isEqualTo(before.at("/spec"));
        assertThat(back.at("/metadata/labels").isMissingNode()).isTrue();
    }

    @Test
    void everyDifferenceIsShownBeforeAndAfter() {
        assertThat(Patches.changes(3, json("{'data': {'a': '1', 'b': '2'}}"), json("{'data': {'b': '3', 'c': '4'}}")))
                .containsExactlyInAnyOrder(
                        new FieldChange(3, "/data/a", "\"1\"", null),
                        new FieldChange(3, "/data/b", "\"2\"", "\"3\""),
                        new FieldChange(3, "/data/c", null, "\"4\""));
    }

    @Test
    void aLongValueIsCutAndStillToldFromEveryOther() {
        String long1 = before("x".repeat(5_000) + "1");
        String long2 = before("x".repeat(5_000) + "2");

        assertThat(long1).hasSizeLessThanOrEqualTo(1_024).contains("… sha256:").isNotEqualTo(long2);
    }

    private static String before(String value) {
        JsonNode state = json("{'data': {'a': '%s'}}".formatted(value));
        return String.valueOf(
                Patches.changes(0, state, json("{'data': {}}")).getFirst().before());
    }

    @Test
    void aTestThatFailsSaysWhatIsAndWhatWas() {
        List<PatchOperation> patch = Patches.between(json(CART), json(CART.replace("cart:1", "cart:2")));

        assertThat(Patches.obstacle(json(CART), patch)).isEmpty();
        assertThat(Patches.obstacle(json(CART.replace("cart:1", "cart:9")), patch))
                .contains("/spec/containers/1/image is \"cart:9\", and was \"cart:1\" when this was proposed");
    }

    @Test
    void whatIsNoLongerThereIsAnObstacle() {
        assertThat(Patches.obstacle(json("{'spec': {}}"), List.of(PatchOperation.remove("/spec/gone/deep"))))
                .contains("/spec/gone/deep cannot be changed any more as this was proposed");
    }

    @Test
    void whatIsSentIsBoundToTheObjectAndItsVersion() {
        String text = Patches.text("u", "7", List.of(PatchOperation.remove("/spec/x")));

        assertThat(json(text.replace('"', '\''))).isEqualTo(json("""
                [{'op': 'test', 'path': '/metadata/uid', 'value': 'u'}, {'op': 'test', 'path': '/metadata/resourceVersion', 'value': '7'},
                 {'op': 'remove', 'path': '/spec/x'}]"""));
    }

    private static JsonNode apply(JsonNode state, List<PatchOperation> operations) {
        return JsonPatch.apply(JSON.valueToTree(operations), state);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }
}
