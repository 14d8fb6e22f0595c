package io.kubilitics.graph.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ShortObjects;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Samples;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An object may hold anything: an observer never fails, and what it made of an odd object can be looked at. */
class AnyObjectTest {

    private static final int VARIANTS = 40;

    private static final List<JsonNode> SAMPLES = Stream.concat(
                    Samples.all().stream(), RelationsPage.objects().stream())
            .toList();

    private static final List<JsonNode> ODD = List.of(
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.textNode(""),
            JsonNodeFactory.instance.textNode("  "),
            JsonNodeFactory.instance.textNode("1e999999999"),
            JsonNodeFactory.instance.numberNode(-1),
            JsonNodeFactory.instance.numberNode(Long.MAX_VALUE),
            JsonNodeFactory.instance.numberNode(1.5),
            JsonNodeFactory.instance.booleanNode(true),
            JsonNodeFactory.instance.arrayNode().addNull().add("x").add(3),
            JsonNodeFactory.instance.objectNode().put("name", "").putNull("kind"));

    @ParameterizedTest
    @MethodSource("kinds")
    void anObjectWithNothingButANameIsSeen(Kind kind) throws JsonProcessingException {
        List<Observation> seen = Observers.observe(kind, "{\"metadata\": {\"name\": \"x\", \"namespace\": \"y\"}}");

        assertThat(seen).hasSize(1);
        assertThat(Observers.observe(kind, "{}")).isEmpty();
        assertThat(Observers.observe(kind, "[]")).isEmpty();
        assertThat(Observers.observe(kind, "null")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fieldsThatAreMissingOrOddAreLeftOut(long seed) {
        Random random = new Random(seed);
        World world = World.empty();
        for (JsonNode object : SAMPLES) {
            for (int i = 0; i < VARIANTS; i++) {
                JsonNode odd = mutated(object.deepCopy(), random);
                world = world.applyAll(Observers.observe(
                        ShortObjects.kind(object), odd, path -> assertThat(path).isNotBlank()));
            }
        }
        for (Kind kind : Kind.KNOWN) {
            world = world.apply(new Observation.Listed(kind));
        }
        assertThat(world.all()).isNotEmpty();
        assertThat(Health.symptoms(world, new Scope.Everything(), ShortObjects.NOW))
                .isNotNull();
    }

    @Test
    void noFieldOfASampleIsCalledOdd() {
        for (JsonNode object : SAMPLES) {
            List<String> odd = new ArrayList<>();
            Observers.observe(ShortObjects.kind(object), object, odd::add);
            assertThat(odd).as(object.toString()).isEmpty();
        }
    }

    @Test
    void anOddFieldIsNamedAndWhatStandsInItIsNot() throws JsonProcessingException {
        Set<String> odd = new TreeSet<>();
        JsonNode pod = new ObjectMapper().readTree("""
                        {"metadata": {"name": "p", "namespace": "n", "creationTimestamp": "mine", "labels": {"a": ["mine"]}},
                         "spec": {"nodeName": null, "containers": [{"name": "a", "ports": [{"containerPort": "mine"}],
                           "resources": {"limits": {"memory": "mine"}}}, "mine"], "volumes": {"mine": 1}}, "status": "mine"}
                        """);

        Observers.observe(Kind.POD, pod, odd::add);

        assertThat(odd)
                .containsExactly(
                        "metadata.creationTimestamp",
                        "metadata.labels.a",
                        "spec.containers[]",
                        "spec.containers[].ports[].containerPort",
                        "spec.containers[].resources.limits.memory",
                        "spec.volumes",
                        "status");
    }

    @Test
    void theSamplesShowEveryKindThatIsUnderstood() {
        Set<Kind> shown = SAMPLES.stream().map(ShortObjects::kind).collect(Collectors.toSet());

        assertThat(shown).containsAll(Observers.understood());
    }

    private static JsonNode mutated(JsonNode object, Random random) {
        List<JsonNode> holders = new ArrayList<>();
        collect(object, holders);
        for (int i = 0; i <= random.nextInt(4); i++) {
            JsonNode holder = holders.get(random.nextInt(holders.size()));
            JsonNode odd = ODD.get(random.nextInt(ODD.size()));
            if (holder instanceof ObjectNode fields && !fields.isEmpty()) {
                List<String> names = fields.properties().stream()
                        .map(field -> field.getKey())
                        .toList();
                String name = names.get(random.nextInt(names.size()));
                if (random.nextBoolean()) {
                    fields.remove(name);
                } else {
                    fields.set(name, odd);
                }
            } else if (holder instanceof ArrayNode elements && !elements.isEmpty()) {
                elements.set(random.nextInt(elements.size()), odd);
            }
        }
        return object;
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }

    @Test
    void whatIsNoJsonOrTooDeepIsRefusedAsSuch() {
        String deep = "[".repeat(20_000);

        assertThat(Stream.of("{", deep).filter(AnyObjectTest::refused)).hasSize(2);
    }

    private static boolean refused(String json) {
        try {
            Observers.observe(Kind.POD, json);
            return false;
        } catch (JsonProcessingException refusal) {
            return !String.valueOf(refusal.getMessage()).isEmpty();
        }
    }

    /** {@code -Dseeds=1000} for a longer search. */
    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(Long.getLong("seeds", 5));
    }

    static Stream<Kind> kinds() {
        return Stream.concat(Observers.understood().stream().sorted(), Stream.of(new Kind("example.com", "Widget")));
    }
}
