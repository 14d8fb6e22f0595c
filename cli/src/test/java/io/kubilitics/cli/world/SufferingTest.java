package io.kubilitics.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.gateway.bundle.read.BundleReader;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.BlastRadius;
import io.kubilitics.graph.query.Harm;
import io.kubilitics.graph.world.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SufferingTest {

    private static final String OBJECTS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: lonely, namespace: shop}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: login, namespace: shop}
            ---
            apiVersion: v1
            kind: LimitRange
            metadata: {name: limits, namespace: shop}
            spec: {limits: []}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: cart-b, namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: cart, uid: u1}]}
            spec: {containers: [{name: c, image: i, envFrom: [{secretRef: {name: login}}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: cart-a, namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: cart, uid: u1}]}
            spec: {containers: [{name: c, image: i, envFrom: [{secretRef: {name: login}}]}]}
            ---
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: {name: cart, namespace: shop, uid: u1}
            spec: {replicas: 2}
            """;

    private World world = World.empty();

    @BeforeEach
    void read() throws IOException {
        var in = new ByteArrayInputStream(OBJECTS.getBytes(StandardCharsets.UTF_8));
        world = new BundleReader(InstantSource.system()).read("test", in).world();
    }

    @Test
    void theNearestComeFirstByNameEachWithItsWholePath() {
        assertThat(table("shop", Kind.SECRET, "login", 10).lines())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("OBJECT").endsWith("PATH"),
                        start -> assertThat(start).startsWith("Secret shop/login"),
                        first -> assertThat(first).startsWith("Pod shop/cart-a").endsWith("  Secret shop/login"),
                        second ->
                                assertThat(second).startsWith("Pod shop/cart-b").endsWith("  Secret shop/login"),
                        last -> assertThat(last)
                                .startsWith("ReplicaSet shop/cart")
                                .containsPattern("  Secret shop/login > Pod shop/cart-[ab]$"));
    }

    @Test
    void saysWhenItWasCut() {
        assertThat(table("shop", Kind.SECRET, "login", 1)).contains("There are more: the list ends after 1.");
        assertThat(json("shop", Kind.SECRET, "login", 1).path("cut").asBoolean())
                .isTrue();
        assertThat(table("shop", Kind.SECRET, "login", 3)).doesNotContain("There are more");
    }

    @Test
    void tellsWhatIsHarmlessFromWhatNothingIsKnownOf() {
        assertThat(table("shop", Kind.CONFIG_MAP, "lonely", 10)).contains("Nobody is known to suffer.");
        assertThat(table("shop", Kind.LIMIT_RANGE, "limits", 10))
                .contains("Nothing is known of what the failure of a LimitRange does.");
        assertThat(json("shop", Kind.LIMIT_RANGE, "limits", 10).path("known").asBoolean())
                .isFalse();
    }

    @Test
    void aNamespaceTakesAllThatLiesInIt() {
        JsonNode json = json("", Kind.NAMESPACE, "shop", 10);

        assertThat(json.path("start").path("kind").asText()).isEqualTo("Namespace");
        assertThat(json.path("affected").findValuesAsText("because")).contains("lies in that namespace");
        assertThat(json.path("affected")).hasSize(6);
        assertThat(json.path("affected").path(0).path("path").findValuesAsText("object"))
                .containsExactly("Namespace shop", "ConfigMap shop/lonely");
        assertThat(suffering("", Kind.NAMESPACE, "shop", 10).picture().dot()).contains("[label=\"has\"]");
    }

    private Suffering suffering(String namespace, Kind kind, String name, int most) {
        ResourceRef ref = ResourceRef.of(kind, namespace, name);
        return Suffering.of(world, BlastRadius.of(world, ref, Harm.MISSING, most));
    }

    private String table(String namespace, Kind kind, String name, int most) {
        return suffering(namespace, kind, name, most).table();
    }

    private JsonNode json(String namespace, Kind kind, String name, int most) {
        return new ObjectMapper()
                .valueToTree(suffering(namespace, kind, name, most).json());
    }
}
