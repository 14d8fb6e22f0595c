package io.kubilitics.graph.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.Objects;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.Observation.Listed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final ResourceRef POD = ResourceRef.of(Kind.POD, "shop", "cart-1-a");
    private static final ResourceRef CONF = ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf");
    private static final ResourceRef REVISION = ResourceRef.of(Kind.REPLICA_SET, "shop", "cart-1");
    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");

    private final World withPod = Objects.add(World.empty(), Kind.POD, Objects.pod("cart-1-a", "'ready': true"));

    @Test
    void aWorldStaysAsItWasWhenTheNextOneIsMade() {
        World without = withPod.apply(new Gone(POD));

        assertThat(withPod.find(POD)).isPresent();
        assertThat(without.find(POD)).isEmpty();
        assertThat(without.version()).isGreaterThan(withPod.version());
    }

    @Test
    void whatIsKnownAlreadyChangesNothing() {
        assertThat(Objects.add(withPod, Kind.POD, Objects.pod("cart-1-a", "'ready': true")))
                .isSameAs(withPod);
        assertThat(withPod.apply(new Gone(CART))).isSameAs(withPod);
    }

    @Test
    void notSeenIsAbsentOnlyOnceAllOfTheKindWereListed() {
        assertThat(withPod.presence(CONF)).isEqualTo(Presence.UNSEEN);

        World listed = withPod.apply(new Listed(Kind.CONFIG_MAP));

        assertThat(listed.presence(CONF)).isEqualTo(Presence.ABSENT);
        assertThat(listed.presence(POD)).isEqualTo(Presence.PRESENT);
    }

    @Test
    void relationsAreFoundFromBothEndsAlsoToWhatIsMissing() {
        assertThat(withPod.to(POD, Relation.Type.READS)).containsExactly(CONF);
        assertThat(withPod.from(CONF, Relation.Type.READS)).containsExactly(POD);
        assertThat(withPod.owner(POD)).contains(REVISION);

        World gone = withPod.apply(new Gone(POD));

        assertThat(gone.from(CONF, Relation.Type.READS)).isEmpty();
        assertThat(gone.owner(POD)).isEmpty();
    }

    @Test
    void theTopOwnerIsFoundThroughTheOneBetween() {
        World world = Objects.add(withPod, Kind.REPLICA_SET, Objects.replicaSet(1, "2026-11-21T10:00:00Z", ""));

        assertThat(world.topOwner(POD)).isEqualTo(CART);
        assertThat(world.topOwner(CART)).isEqualTo(CART);
    }

    /** Deployments call their ReplicaSets by their own name. */
    @Test
    void theTopOwnerIsFoundWithoutTheOneBetween() {
        World world = Objects.add(
                withPod,
                Kind.DEPLOYMENT,
                "{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'cart', 'namespace': 'shop', 'uid': 'd'}}");

        assertThat(world.topOwner(POD)).isEqualTo(CART);
        assertThat(world.apply(new Listed(Kind.REPLICA_SET)).topOwner(POD)).isEqualTo(REVISION);
        assertThat(withPod.topOwner(POD)).isEqualTo(REVISION);
    }

    @Test
    void aKeyThatDisappearsIsAChangeOfWhoeverWroteLast() {
        World before = Objects.add(World.empty(), Kind.CONFIG_MAP, configMap("'url': 'x', 'size': '1'", "10:00:00Z"));
        World after = Objects.add(before, Kind.CONFIG_MAP, configMap("'size': '1'", "10:05:00Z"));

        assertThat(after.changes(CONF)).singleElement().satisfies(change -> {
            assertThat(change).hasToString("key url of ConfigMap shop/conf was removed; it was x");
            assertThat(change.at()).isEqualTo(Instant.parse("2026-11-21T10:05:00Z"));
            assertThat(change.by()).isEqualTo("kubectl");
        });
        assertThat(before.changes(CONF)).isEmpty();
    }

    @Test
    void whatTheClusterWritesAsItWorksIsNoChange() {
        World after = Objects.add(withPod, Kind.POD, Objects.pod("cart-1-a", "'ready': false"));

        assertThat(after).isNotSameAs(withPod);
        assertThat(after.changes(POD)).isEmpty();
    }

    @Test
    void whatIsGoneIsRememberedWithWhatItWas() {
        Instant noticed = Instant.parse("2026-11-21T10:30:00Z");

        World without = withPod.apply(new Gone(POD, noticed));

        assertThat(without.changes(POD)).containsExactly(new Change.Deleted(POD, withPod.seen(POD), noticed, ""));
        World back = Objects.add(without, Kind.POD, Objects.pod("cart-1-a", "'ready': true"));
        assertThat(back.changes(POD)).hasSize(1);
        assertThat(back.apply(new Gone(POD, noticed.plusSeconds(1))).changes(POD))
                .containsExactly(
                        new Change.Deleted(POD, Optional.empty(), noticed, ""),
                        new Change.Deleted(POD, withPod.seen(POD), noticed.plusSeconds(1), ""));
    }

    @Test
    void anotherOneOfTheSameNameTellsThatTheFirstIsGone() {
        World after = Objects.add(
                withPod,
                Kind.POD,
                Objects.pod("cart-1-a", "'ready': true")
                        .replace("u-cart-1-a", "u-other")
                        .replace("T10:00:00Z", "T10:20:00Z"));

        assertThat(after.changes(POD)).singleElement().satisfies(change -> {
            assertThat(change).isInstanceOf(Change.Deleted.class);
            assertThat(change.at()).isEqualTo(Instant.parse("2026-11-21T10:20:00Z"));
        });
    }

    @Test
    void theOrderInWhichThingsAreLearntMakesNoDifference() {
        List<Observation> all = new ArrayList<>();
        all.addAll(Objects.of(Kind.POD, Objects.pod("a", "'ready': true")));
        all.addAll(Objects.of(Kind.POD, Objects.pod("b", "'ready': false")));
        all.addAll(Objects.of(Kind.CONFIG_MAP, configMap("'url': 'x'", "10:00:00Z")));
        all.addAll(Objects.of(Kind.REPLICA_SET, Objects.replicaSet(1, "2026-11-21T10:00:00Z", "")));
        World forward = World.empty().applyAll(all);

        for (int i = 0; i < all.size(); i++) {
            Collections.rotate(all, 1);
            World rotated = World.empty().applyAll(all);
            assertThat(rotated.all())
                    .containsExactlyInAnyOrderElementsOf(forward.all().toList());
            assertThat(rotated.from(CONF, Relation.Type.READS))
                    .containsExactlyInAnyOrderElementsOf(
                            forward.from(CONF, Relation.Type.READS).toList());
        }
    }

    private static String configMap(String data, String changed) {
        return """
                {'apiVersion': 'v1', 'kind': 'ConfigMap', 'data': {%s},
                 'metadata': {'name': 'conf', 'namespace': 'shop', 'uid': 'u-c',
                   'managedFields': [{'manager': 'kubectl', 'time': '2026-11-21T%s'}]}}""".formatted(data, changed);
    }
}
