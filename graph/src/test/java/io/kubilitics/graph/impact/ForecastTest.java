package io.kubilitics.graph.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.Objects;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {

    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    private static final ResourceRef CONF = ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf");
    private static final ResourceRef OTHER = ResourceRef.of(Kind.CONFIG_MAP, "shop", "other");

    @Test
    void anotherTemplateReachesThePodsAndWhatTheyRead() {
        World world = shop();
        Fields fields = Fields.ofContainer(
                "app",
                "env",
                List.of(Map.of(
                        "name", "URL", "valueFrom", Map.of("configMapKeyRef", Map.of("name", "other", "key", "url")))));

        Forecast forecast =
                Forecast.after(world, new Action.Patch(CART, fields, "why")).orElseThrow();

        assertThat(forecast.world()
                        .from(OTHER, Relation.Type.READS)
                        .filter(ref -> ref.kind().equals(Kind.POD)))
                .hasSize(3);
        assertThat(forecast.world().from(CONF, Relation.Type.READS)).isEmpty();
        assertThat(world.from(CONF, Relation.Type.READS)
                        .filter(ref -> ref.kind().equals(Kind.POD)))
                .hasSize(3);
        assertThat(forecast.assumptions()).singleElement().asString().contains("rollout of Deployment shop/cart");
    }

    @Test
    void withFewerReplicasThoseThatAreNotReadyGoFirst() {
        Forecast forecast = Forecast.after(shop(), scale(2)).orElseThrow();

        assertThat(forecast.world().all(Kind.POD))
                .extracting(pod -> pod.ref().name())
                .containsExactlyInAnyOrder("cart-1-a", "cart-1-c");
        assertThat(forecast.assumptions()).singleElement().asString().contains("may choose otherwise");
    }

    @Test
    void whoGoesAwayIsTakenOffTheListsOfAddresses() {
        World world = shop();
        world = keep(world, Kind.ENDPOINT_SLICE, """
                {'apiVersion': 'discovery.k8s.io/v1', 'kind': 'EndpointSlice', 'metadata': {'name': 'cart-x', 'namespace': 'shop'},
                 'endpoints': [{'targetRef': {'kind': 'Pod', 'namespace': 'shop', 'name': 'cart-1-a'}},
                               {'targetRef': {'kind': 'Pod', 'namespace': 'shop', 'name': 'cart-1-b'}}]}""");
        world = keep(world, Kind.ENDPOINTS, """
                {'apiVersion': 'v1', 'kind': 'Endpoints', 'metadata': {'name': 'cart', 'namespace': 'shop'}, 'subsets': [{
                 'addresses': [{'targetRef': {'kind': 'Pod', 'namespace': 'shop', 'name': 'cart-1-a'}}],
                 'notReadyAddresses': [{'targetRef': {'kind': 'Pod', 'namespace': 'shop', 'name': 'cart-1-b'}}]}]}""");

        World after = Forecast.after(world, scale(2)).orElseThrow().world();

        for (ResourceRef list : List.of(
                ResourceRef.of(Kind.ENDPOINT_SLICE, "shop", "cart-x"),
                ResourceRef.of(Kind.ENDPOINTS, "shop", "cart"))) {
            assertThat(world.to(list, Relation.Type.ROUTES_TO)).hasSize(2);
            assertThat(after.to(list, Relation.Type.ROUTES_TO))
                    .containsExactly(ResourceRef.of(Kind.POD, "shop", "cart-1-a"));
        }
    }

    @Test
    void asManyAsThereAreNeedNoAssumption() {
        assertThat(Forecast.after(shop(), scale(5)).flatMap(first -> Forecast.after(first.world(), scale(3))))
                .hasValueSatisfying(
                        forecast -> assertThat(forecast.assumptions()).isEmpty());
    }

    @Test
    void morePodsAreNotMadeUp() {
        Forecast forecast = Forecast.after(shop(), scale(5)).orElseThrow();

        assertThat(forecast.world().all(Kind.POD)).hasSize(3);
        assertThat(forecast.assumptions()).singleElement().asString().startsWith("2 more pods");
    }

    @Test
    void withoutTheObjectNothingIsForetold() {
        Seen seen =
                (Seen) Objects.of(Kind.POD, Objects.pod("a", "'ready': true")).getFirst();
        World without = World.empty().apply(new Seen(seen.resource(), seen.relations(), seen.selections()));
        ResourceRef pod = ResourceRef.of(Kind.POD, "shop", "a");

        assertThat(Forecast.after(without, new Action.Patch(pod, new Fields(Map.of("x", 1)), "")))
                .isEmpty();
        assertThat(Forecast.after(World.empty(), scale(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'b':2} | {'b':null,'c':3} | {'a':1,'c':3}",
                "{'env':[{'name':'A','value':'1'},{'name':'B'}]} | {'env':[{'name':'A','value':'2'},{'name':'C'}]} |"
                        + " {'env':[{'name':'A','value':'2'},{'name':'B'},{'name':'C'}]}",
                "{'env':[{'name':'A'},{'name':'B'}]} | {'env':[{'name':'A','$patch':'delete'}]} | {'env':[{'name':'B'}]}",
                "{'env':[{'name':'A'}]} | {'env':[{'name':'Z','$patch':'delete'}]} | {'env':[{'name':'A'}]}",
                "{'command':['a','b']} | {'command':['c']} | {'command':['c']}",
                "{'ports':[{'port':80,'targetPort':1}]} | {'ports':[{'port':80,'targetPort':2}]} |"
                        + " {'ports':[{'port':80,'targetPort':2}]}",
                "{} | {'spec':{'x':{'y':1}}} | {'spec':{'x':{'y':1}}}"
            })
    void mergesAsTheApiServerDoes(String target, String patch, String expected) throws Exception {
        ObjectMapper json = new ObjectMapper();
        ObjectNode merged = (ObjectNode) json.readTree(target.replace('\'', '"'));

        StrategicMerge.merge(merged, json.readTree(patch.replace('\'', '"')));

        assertThat(merged).isEqualTo(json.readTree(expected.replace('\'', '"')));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> Forecast.after(
                        shop(), new Action.Patch(CART, new Fields(Map.of("$retainKeys", List.of("a"))), "")))
                .hasMessageContaining("$retainKeys");
    }

    private static Action scale(int replicas) {
        return new Action.Patch(CART, new Fields(Map.of("spec", Map.of("replicas", replicas))), "why");
    }

    private static World shop() {
        String container = "{'name': 'app', 'image': 'cart:1', 'env': [{'name': 'URL',"
                + " 'valueFrom': {'configMapKeyRef': {'name': 'conf', 'key': 'url'}}}]}";
        World world = keep(World.empty(), Kind.DEPLOYMENT, """
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'cart', 'namespace': 'shop', 'uid': 'u-d',
                 'creationTimestamp': '2026-11-21T10:00:00Z'}, 'spec': {'replicas': 3, 'selector': {'matchLabels': {'app': 'cart'}},
                 'template': {'metadata': {'labels': {'app': 'cart'}}, 'spec': {'containers': [%s]}}}}""".formatted(container));
        world = keep(world, Kind.REPLICA_SET, Objects.replicaSet(1, "2026-11-21T10:00:00Z", container));
        for (String name : List.of("a", "b", "c")) {
            String ready = name.equals("b") ? "False" : "True";
            String pod = Objects.pod("cart-1-" + name, "'ready': true")
                    .replace("'phase'", "'conditions': [{'type': 'Ready', 'status': '%s'}], 'phase'".formatted(ready));
            world = keep(world, Kind.POD, pod);
        }
        return world;
    }

    private static World keep(World world, Kind kind, String json) {
        return Objects.add(world, kind, json);
    }
}
