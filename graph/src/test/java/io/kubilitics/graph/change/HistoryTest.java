package io.kubilitics.graph.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.Objects;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final ResourceRef DB = ResourceRef.of(Kind.STATEFUL_SET, "shop", "db");
    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");

    @Test
    void eachRevisionIsComparedWithTheOneBefore() {
        World world =
                revision(revision(World.empty(), 2, "10:05:00Z", "cart:2", "32Mi"), 1, "10:00:00Z", "cart:2", "64Mi");
        world = revision(world, 3, "10:09:00Z", "cart:3", "32Mi");

        History history = History.of(world, CART);
        assertThat(history.changes())
                .extracting(Change::toString)
                .containsExactly(
                        "memory limit of container app of Deployment shop/cart changed from 64Mi to 32Mi",
                        "image of container app of Deployment shop/cart changed from cart:2 to cart:3");
        assertThat(history.latest(Topic.MEMORY_LIMIT, "app"))
                .map(Change::at)
                .contains(Instant.parse("2026-11-21T10:05:00Z"));
        assertThat(history.latest(Topic.IMAGE, "other")).isEmpty();
        assertThat(history.edits())
                .allMatch(edited -> edited.edit().under("/spec/template"))
                .noneMatch(edited -> edited.edit().under("/spec/temp"));
    }

    @Test
    void withOneRevisionNothingHasChanged() {
        World world = revision(World.empty(), 1, "10:00:00Z", "cart:1", "64Mi");

        assertThat(History.of(world, CART).changes()).isEmpty();
    }

    @Test
    void aStatefulSetKeepsItsRevisionsElsewhere() {
        World world = controllerRevision(controllerRevision(World.empty(), 1, "db:1"), 2, "db:2");

        assertThat(History.of(world, DB).changes())
                .extracting(Change::toString)
                .containsExactly("image of container db of StatefulSet shop/db changed from db:1 to db:2");
    }

    @Test
    void whatTwoTellOfOneChangeIsToldOnceAndByTheFirst() {
        Edit edit = new Edit(
                "/spec/replicas", Place.TOP.field("spec").field("replicas"), Optional.of("1"), Optional.of("2"));
        Change told = new Change.Edited(CART, edit, NOON, "ana");
        Change seen = new Change.Edited(CART, edit, NOON.plusSeconds(3), "kubectl");
        Change again = new Change.Edited(CART, edit, NOON.plusSeconds(900), "kubectl");

        assertThat(new History(List.of(told))
                        .with(new History(List.of(again, seen)))
                        .changes())
                .containsExactly(told, again);
    }

    @Test
    void whatWasMadeAgainIsNotDeleted() {
        Change.Deleted deleted = new Change.Deleted(CART, Optional.empty(), NOON, "ana");
        Change.Created created = new Change.Created(CART, NOON.plusSeconds(60), "ana");

        assertThat(new History(List.of(deleted)).deleted()).contains(deleted);
        assertThat(new History(List.of(created, deleted)).deleted()).isEmpty();
        assertThat(new History(List.of(created, deleted)).created()).contains(created);
    }

    private static World controllerRevision(World world, int number, String image) {
        return Objects.add(
                world, new Kind("apps", "ControllerRevision"), """
                {'apiVersion': 'apps/v1', 'kind': 'ControllerRevision', 'revision': %d,
                 'metadata': {'name': 'db-%d', 'namespace': 'shop', 'uid': 'u-%d', 'creationTimestamp': '2026-11-21T10:0%d:00Z',
                   'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'StatefulSet', 'name': 'db', 'uid': 'u-s'}]},
                 'data': {'spec': {'template': {'$patch': 'replace', 'spec': {'containers': [{'name': 'db', 'image': '%s'}]}}}}}""".formatted(number, number, number, number, image));
    }

    private static World revision(World world, int number, String at, String image, String memory) {
        String container =
                "{'name': 'app', 'image': '%s', 'resources': {'limits': {'memory': '%s'}}}".formatted(image, memory);
        return Objects.add(world, Kind.REPLICA_SET, Objects.replicaSet(number, "2026-11-21T" + at, container));
    }
}
