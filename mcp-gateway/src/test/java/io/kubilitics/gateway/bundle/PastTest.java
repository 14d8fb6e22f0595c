package io.kubilitics.gateway.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.gateway.bundle.read.BundleReader;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.History;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    private static final ResourceRef CONF = ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf");
    private static final ResourceRef OLD = ResourceRef.of(Kind.SERVICE, "shop", "old");
    private static final ResourceRef NODE = ResourceRef.clusterWide(Kind.NODE, "n1");

    private static final String OBJECTS = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart, namespace: shop, uid: d, creationTimestamp: '2026-11-20T00:00:00Z'}
            spec:
              replicas: 3
              template:
                spec:
                  containers:
                  - {name: side, image: side:1}
                  - name: app
                    image: cart:2
                    envFrom: [{configMapRef: {name: conf}}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: conf, namespace: shop, uid: c, creationTimestamp: '2026-11-21T11:50:00Z'}
            data: {size: '1'}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: db, namespace: shop, uid: s, creationTimestamp: '2026-11-20T00:00:00Z'}
            data: {password: aHVudGVyMg==}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n1, uid: n, creationTimestamp: '2026-11-20T00:00:00Z'}
            spec: {unschedulable: true, taints: [{key: a, effect: NoSchedule}, {key: b, effect: NoExecute}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: young, namespace: shop, uid: p, creationTimestamp: '2026-11-21T11:59:00Z'}
            ---
            apiVersion: v1
            kind: Event
            metadata: {name: e, namespace: shop, uid: e}
            reason: Scaled
            lastTimestamp: '2026-11-21T11:58:00Z'
            involvedObject: {apiVersion: apps/v1, kind: Deployment, namespace: shop, name: cart}
            """;

    private static final String TIMELINE = """
            steps:
            - {at: -3000, op: delete, target: {apiVersion: v1, kind: Service, namespace: shop, name: old}, by: bob,
               was: {apiVersion: v1, kind: Service, metadata: {name: old, namespace: shop, creationTimestamp: '2026-11-01T00:00:00Z'},
                     spec: {selector: {app: cart}}}}
            - {at: -2000, op: patch, target: {apiVersion: v1, kind: Node, name: n1}, by: drainer, changes: [
               {path: /spec/unschedulable, to: true}, {path: /spec/taints/1, to: {key: b, effect: NoExecute}},
               {path: /spec/podCIDR, from: 10.0.0.0/24}, {path: /spec/a/b, from: 1}]}
            - {at: -1000, op: patch, target: {apiVersion: apps/v1, kind: Deployment, namespace: shop, name: cart}, by: ana, changes: [
               {path: /spec/template/spec/containers/1/image, from: 'cart:1', to: 'cart:2'},
               {path: /spec/template/spec/containers/1/args/9/x, to: strange}]}
            - {at: -900, op: patch, target: {apiVersion: v1, kind: Secret, namespace: shop, name: db}, by: ana, changes: [
               {path: /data/password, from: b2xk, to: aHVudGVyMg==}]}
            - {at: -600, op: apply, target: {apiVersion: v1, kind: ConfigMap, namespace: shop, name: conf}, by: ana}
            - {at: -500, op: note, text: the network was slow, by: system}
            - {at: -400, op: patch, target: {apiVersion: v1, kind: Service, namespace: shop, name: never-seen}, changes: [
               {path: /spec/type, from: ClusterIP, to: NodePort}, {path: no-pointer, to: x}]}
            """;

    @TempDir
    private Path folder;

    private Bundle bundle;

    @BeforeEach
    void read() throws IOException {
        Files.writeString(folder.resolve("incident.yaml"), "id: x\nnow: '2026-11-21T12:00:00Z'\n");
        Files.writeString(folder.resolve("objects.yaml"), OBJECTS);
        Files.writeString(folder.resolve("timeline.yaml"), TIMELINE);
        bundle = new BundleReader(InstantSource.system()).read(folder);
    }

    @Test
    void everyStepIsAChange() {
        List<Change> changes = Past.changes(bundle.world(), bundle.extras().timeline());

        assertThat(changes)
                .extracting(change -> "%s, by %s".formatted(change, change.by()))
                .containsExactly(
                        "Service shop/old was deleted, by bob",
                        "spec.unschedulable of Node n1 was added: true, by drainer",
                        "spec.taints[b] of Node n1 was added: {\"key\":\"b\",\"effect\":\"NoExecute\"}, by drainer",
                        "spec.podCIDR of Node n1 was removed; it was 10.0.0.0/24, by drainer",
                        "spec.a.b of Node n1 was removed; it was 1, by drainer",
                        "image of container app of Deployment shop/cart changed from cart:1 to cart:2, by ana",
                        "args.9.x of container app of Deployment shop/cart was added: strange, by ana",
                        "key password of Secret shop/db changed; its value is not shown, by ana",
                        "ConfigMap shop/conf was created, by ana",
                        "the network was slow, by system",
                        "spec.type of Service shop/never-seen changed from ClusterIP to NodePort, by ");
        assertThat(changes).isSortedAccordingTo(Comparator.comparing(Change::at));
        assertThat(bundle.problems()).extracting(Problem::says).anyMatch(it -> it.contains("never-seen"));
    }

    @Test
    void aDeletionGivesTheFormerObject() {
        List<Change> changes = Past.changes(bundle.world(), bundle.extras().timeline());
        List<Change> ofOld = changes.stream()
                .filter(change -> change.about().equals(Optional.of(OLD)))
                .toList();
        Change.Deleted deleted = new History(ofOld).deleted().orElseThrow();

        assertThat(deleted.at()).isEqualTo(NOW.minusSeconds(3000));
        assertThat(deleted.former().orElseThrow().resource().ref()).isEqualTo(OLD);
        assertThat(deleted.former().orElseThrow().selections()).hasSize(1);
    }

    @Test
    void backwardsEachStepIsUndone() {
        assertThat(image(asOf(-999))).isEqualTo("cart:2");
        World before = asOf(-1001);
        assertThat(image(before)).isEqualTo("cart:1");
        assertThat(before.find(CONF)).isEmpty();
        assertThat(before.from(CONF, Relation.Type.READS)).containsExactly(CART);
        assertThat(before.find(OLD)).isEmpty();
        World longAgo = asOf(-3001);
        assertThat(longAgo.find(OLD)).isPresent();
        assertThat(longAgo.tree(NODE).orElseThrow().path("spec"))
                .isEqualTo(json(
                        "{'taints': [{'key': 'a', 'effect': 'NoSchedule'}], 'podCIDR': '10.0.0.0/24', 'a': {'b': 1}}"));
    }

    @Test
    void theNewestMomentIsTheBundleItself() {
        World now = asOf(0);

        assertThat(now.all())
                .containsExactlyInAnyOrderElementsOf(bundle.world().all().toList());
        assertThat(now.events(CART)).isEqualTo(bundle.world().events(CART));
    }

    @Test
    void nothingYoungerIsTherePodsAndEventsAlike() {
        ResourceRef young = ResourceRef.of(Kind.POD, "shop", "young");
        assertThat(asOf(-30).find(young)).isPresent();
        assertThat(asOf(-61).find(young)).isEmpty();
        assertThat(asOf(-30).events(CART)).hasSize(1);
        assertThat(asOf(-121).events(CART)).isEmpty();
    }

    /** The same by a listing from then: what was not there then is absent, and undoing is no history. */
    @Test
    void thePastKnowsNothingOfWhatCameLater() {
        World before = asOf(-1001).apply(new Observation.Listed(Kind.CONFIG_MAP));

        assertThat(before.presence(CONF)).isEqualTo(Presence.ABSENT);
        assertThat(before.changes(CART)).isEmpty();
        assertThat(before.changes(CONF)).isEmpty();
    }

    @Test
    void onlyWhatAStepTellsOfIsAbsentInThePast() {
        ResourceRef untold = ResourceRef.of(Kind.CONFIG_MAP, "shop", "deleted-without-a-step");
        ResourceRef young = ResourceRef.of(Kind.POD, "shop", "young");

        assertThat(bundle.world().presence(untold)).isEqualTo(Presence.ABSENT);
        assertThat(asOf(-1001).presence(untold)).isEqualTo(Presence.UNSEEN);
        assertThat(asOf(-61).presence(young)).isEqualTo(Presence.UNSEEN);
        assertThat(asOf(-1001).presence(CONF)).isEqualTo(Presence.ABSENT);
        assertThat(asOf(-599).presence(CONF)).isEqualTo(Presence.PRESENT);
        assertThat(asOf(-3001).presence(OLD)).isEqualTo(Presence.PRESENT);
        assertThat(asOf(-2999).presence(OLD)).isEqualTo(Presence.ABSENT);
        assertThat(asOf(-3001).presence(ResourceRef.of(Kind.SERVICE, "shop", "never-seen")))
                .isEqualTo(Presence.UNSEEN);
    }

    private World asOf(long seconds) {
        return Past.asOf(bundle.world(), bundle.extras().timeline(), NOW.plusSeconds(seconds));
    }

    private static String image(World world) {
        return world.tree(CART)
                .orElseThrow()
                .at("/spec/template/spec/containers/1/image")
                .asText();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
