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
import java.util.Collections;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "StatefulSet | 'updateStrategy': {'type': 'OnDelete'}, | db-0 db-1 db-2 | until somebody deletes them",
                "StatefulSet | 'updateStrategy': {'rollingUpdate': {'partition': 2}}, | db-0 db-1 | from pod 2 on",
                "StatefulSet | - | | comes to its end",
                "ReplicaSet  | - | db-0 db-1 db-2 | only pods to come",
            })
    void aNewTemplateReplacesOnlyThePodsThatAControllerReplaces(
            String kind, String strategy, String stay, String assumption) {
        Kind maker = new Kind("apps", kind);
        World world = World.empty();
        world = Objects.add(world, maker, """
                {'apiVersion': 'apps/v1', 'kind': '%s', 'metadata': {'name': 'db', 'namespace': 'shop', 'uid': 's'},
                 'spec': {%s 'replicas': 3, 'template': {'spec': {'containers': [{'name': 'app', 'image': 'db:1'}]}}}}""".formatted(kind, strategy.equals("-") ? "" : strategy));
        for (int i = 0; i < 3; i++) {
            world = Objects.add(world, Kind.POD, """
                    {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'db-%d', 'namespace': 'shop', 'uid': 'p%d',
                      'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': '%s', 'name': 'db', 'uid': 's', 'controller': true}]},
                     'spec': {'containers': [{'name': 'app', 'image': 'db:1'}]}}""".formatted(i, i, kind));
        }
        Action patch = new Action.Patch(
                ResourceRef.of(maker, "shop", "db"), Fields.ofContainer("app", "image", "db:2"), "why");

        Forecast forecast = Forecast.after(world, patch).orElseThrow();

        assertThat(forecast.world().all(Kind.POD))
                .filteredOn(
                        pod -> forecast.world().object(pod.ref()).orElseThrow().contains("db:1"))
                .extracting(pod -> pod.ref().name())
                .containsExactlyInAnyOrderElementsOf(stay == null ? List.of() : List.of(stay.split(" ", -1)));
        assertThat(forecast.assumptions()).singleElement().asString().contains(assumption);
    }

    @Test
    void aServiceNoLongerLeadsToPodsThatItsNewSelectorDoesNotMatch() {
        ResourceRef service = ResourceRef.of(Kind.SERVICE, "shop", "cart");
        World world = Objects.add(World.empty(), Kind.SERVICE, """
                {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'cart', 'namespace': 'shop'}, 'spec': {'selector': {'app': 'cart'}, 'ports': [{'port': 80}]}}""");
        world = Objects.add(world, Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'cart-1-a', 'namespace': 'shop', 'labels': {'app': 'cart'}}, 'spec': {'containers': [{'name': 'app', 'image': 'cart:1'}]}}""");
        world = Objects.add(world, Kind.ENDPOINT_SLICE, """
                {'apiVersion': 'discovery.k8s.io/v1', 'kind': 'EndpointSlice', 'metadata': {'name': 'cart-x', 'namespace': 'shop', 'labels': {'kubernetes.io/service-name': 'cart'}},
                 'endpoints': [{'addresses': ['10.0.0.1'], 'targetRef': {'kind': 'Pod', 'namespace': 'shop', 'name': 'cart-1-a'}}], 'ports': [{'port': 8080}]}""");

        Forecast forecast = Forecast.after(
                        world,
                        new Action.Patch(
                                service,
                                new Fields(Map.of("spec", Map.of("selector", Map.of("app", "nobody")))),
                                "why"))
                .orElseThrow();

        ResourceRef slice = ResourceRef.of(Kind.ENDPOINT_SLICE, "shop", "cart-x");
        assertThat(world.to(slice, Relation.Type.ROUTES_TO)).hasSize(1);
        assertThat(forecast.world().to(slice, Relation.Type.ROUTES_TO)).isEmpty();
        assertThat(forecast.assumptions()).singleElement().asString().contains("leads to 0 pods");
    }

    @Test
    void whatIsSetToNothingIsTakenAway() {
        Fields fields = new Fields(Collections.singletonMap("data", null));
        World world = Objects.add(
                World.empty(),
                Kind.CONFIG_MAP,
                "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'conf', 'namespace': 'shop'}, 'data': {'url': 'x'}}");

        Forecast forecast =
                Forecast.after(world, new Action.Patch(CONF, fields, "why")).orElseThrow();

        assertThat(forecast.world().object(CONF).orElseThrow()).doesNotContain("url");
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
