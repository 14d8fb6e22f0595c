package io.kubilitics.graph.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.Objects;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependentsTest {

    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    private static final ResourceRef POD = ResourceRef.of(Kind.POD, "shop", "cart-1-a");

    @Test
    void aNewPodTemplateReplacesThePodsOfTheRevisionInForce() {
        World world = shop();

        Footprint impact = Dependents.of(world, CART, List.of("/spec/template/spec/containers/0/image"));

        assertThat(impact.effects())
                .extracting(effect -> effect.ref().kind() + ": " + effect.what())
                .containsExactly(
                        "Deployment: changed", "ReplicaSet: followed by a new one", "Pod: replaced by a new pod");
    }

    @Test
    void anotherFieldReplacesNoPod() {
        assertThat(Dependents.of(shop(), CART, List.of("/spec/replicas")).effects())
                .contains(new Effect(POD, "may follow"));
    }

    @Test
    void aRevisionThatIsOnlyKeptIsNotTouched() {
        World world = Objects.add(
                shop(),
                Kind.REPLICA_SET,
                Objects.replicaSet(7, "2026-11-21T09:00:00Z", "{'name': 'app', 'image': 'cart:0'}")
                        .replace("'replicas': 1", "'replicas': 0"));

        assertThat(Dependents.of(world, CART, List.of("/spec/template/x")).effects())
                .hasSize(3);
    }

    @Test
    void whoReadsAConfigMapIsTouchedByItsChange() {
        ResourceRef conf = ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf");

        assertThat(Dependents.of(shop(), conf, List.of("/data/url")).effects())
                .extracting(Effect::ref)
                .containsExactly(conf, POD);
    }

    @Test
    void whoHasAConfigMapAsFilesIsTouchedToo() {
        ResourceRef files = ResourceRef.of(Kind.CONFIG_MAP, "shop", "files");
        World world = Objects.add(
                shop(),
                Kind.POD,
                Objects.pod("cart-1-b", "'ready': true")
                        .replace(
                                "'containers'",
                                "'volumes': [{'name': 'v', 'configMap': {'name': 'files'}}], 'containers'"));
        ResourceRef mounter = ResourceRef.of(Kind.POD, "shop", "cart-1-b");

        assertThat(Dependents.of(world, files, List.of("/data/a")).effects())
                .filteredOn(effect -> effect.ref().equals(mounter))
                .singleElement()
                .asString()
                .contains("has it as files");
        assertThat(Dependents.users(world, files)).containsExactly(mounter);
        assertThat(Dependents.users(world, ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf")))
                .containsExactlyInAnyOrder(mounter, POD);
    }

    @Test
    void ownersInACircleAreGoneRoundOnce() {
        World world = Objects.add(World.empty(), Kind.CONFIG_MAP, owned("a", "b"));
        world = Objects.add(world, Kind.CONFIG_MAP, owned("b", "a"));

        assertThat(Dependents.of(world, ResourceRef.of(Kind.CONFIG_MAP, "shop", "a"), List.of())
                        .effects())
                .hasSize(2);
    }

    private static World shop() {
        World world = Objects.add(
                World.empty(),
                Kind.REPLICA_SET,
                Objects.replicaSet(1, "2026-11-21T10:00:00Z", "{'name': 'app', 'image': 'cart:1'}"));
        return Objects.add(world, Kind.POD, Objects.pod("cart-1-a", "'ready': true"));
    }

    private static String owned(String name, String owner) {
        return """
                {'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': '%s', 'namespace': 'shop',
                 'ownerReferences': [{'apiVersion': 'v1', 'kind': 'ConfigMap', 'name': '%s', 'uid': 'u'}]}}""".formatted(name, owner);
    }
}
