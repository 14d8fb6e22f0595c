package io.kubilitics.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.cli.Called;
import io.kubilitics.gateway.bundle.Completeness;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is called well while something unwell may be out of sight. */
class SymptomsCommandTest {

    private static final String WELL = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: default}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: kube-system}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: default}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            status: {conditions: [{type: Ready, status: "True"}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: done, namespace: default}
            status: {phase: Succeeded}
            ---
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: {name: none, namespace: default}
            spec: {replicas: 0}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: none, namespace: default}
            spec: {replicas: 0}
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsSeenWhollyAndShowsNothingIsWell() throws IOException {
        Called called = symptoms(WELL);

        assertThat(called.out()).isEqualToIgnoringNewLines("Nothing is unwell.");
        assertThat(called.status()).isZero();
    }

    @Test
    void anEmptyFolderIsNotWell() {
        Called called = Called.with("world", folder.toString(), "symptoms");

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out())
                .startsWith("Nothing unwell can be seen.")
                .contains("Pods are not visible", "no objects: no file of YAML or JSON is there");
    }

    @Test
    void whatCouldNotBeReadIsNamed() throws IOException {
        Called called = symptoms(WELL + "---\nkind: [\n");

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out())
                .startsWith("Nothing unwell can be seen.")
                .contains("objects.yaml, document 8", "whether there are more Pods than these cannot be told");
    }

    @Test
    void aProgramIsToldToo() throws IOException {
        Called called = Called.with("world", folder.toString(), "symptoms", "-o", "json");
        JsonNode json = new ObjectMapper().readTree(called.out());

        assertThat(json.path("symptoms").isArray()).isTrue();
        assertThat(json.path("symptoms")).isEmpty();
        assertThat(json.path("unseen").toString()).contains("Nodes are not visible");
    }

    @Test
    void kindsThatWereRefusedOrOutlinedAreUnseen() {
        World world = World.empty();
        for (Kind kind : Kind.WATCHED) {
            world = world.apply(new Observation.Listed(kind));
        }
        assertThat(sight(world).unseen()).isEmpty();

        World less = world.apply(new Observation.Refused(Kind.SECRET, "", "forbidden"))
                .apply(new Observation.Outlined(Kind.POD, 7));

        assertThat(sight(less).unseen())
                .containsExactlyInAnyOrder(
                        "Secrets are not visible", "7 Pods are known by their metadata alone, for lack of memory");
    }

    private static Sight sight(World world) {
        return new Sight(
                "cluster",
                Instant.EPOCH,
                new Scope.Everything(),
                world,
                new Sight.Reading(Map.of(), Completeness.of(world), List.of()),
                new Sight.Memory(List.of(), Optional.empty()));
    }

    private Called symptoms(String objects) throws IOException {
        Files.writeString(folder.resolve("objects.yaml"), objects);
        return Called.with("world", folder.toString(), "symptoms");
    }
}
