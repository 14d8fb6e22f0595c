package io.kubilitics.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.gateway.bundle.Completeness;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverviewTest {

    private static final World WATCHED = World.empty()
            .applyAll(List.of(
                    new Observation.Listed(Kind.POD),
                    new Observation.Outlined(Kind.POD, 7),
                    new Observation.Refused(Kind.SECRET, "", "may not list secrets"),
                    new Observation.Listed(Kind.SERVICE),
                    new Observation.Refused(Kind.SERVICE, "bank", "may not watch services"),
                    new Observation.Listed(Kind.NODE)));

    @Test
    void namesEachKindThatWasRefusedOrIsKnownInOutlineOnlyAndWhy() {
        assertThat(overview(WATCHED).table().lines().dropWhile(line -> !line.startsWith("NOT SEEN")))
                .containsExactly(
                        "NOT SEEN IN FULL  WHY",
                        "Pod               7 by their metadata alone, for lack of memory",
                        "Secret            refused: may not list secrets",
                        "Service           refused in bank: may not watch services");
    }

    @Test
    void tellsProgramsToo() {
        JsonNode json = new ObjectMapper().valueToTree(overview(WATCHED).json());

        assertThat(json.path("hidden").findValuesAsText("kind")).containsExactly("Pod", "Secret", "Service");
        assertThat(json.path("hidden").path(0).path("metadataOnly").asInt()).isEqualTo(7);
        assertThat(json.path("hidden").path(2).path("refused").path("bank").asText())
                .isEqualTo("may not watch services");
    }

    @Test
    void aNamespaceThatIsRefusedIsLeftOutOfWhatIsComplete() {
        assertThat(overview(WATCHED).kinds())
                .extracting(line -> line.kind() + " " + line.complete())
                .containsExactly("Node yes", "Service but for bank");
    }

    @Test
    void saysNothingWhereNothingIsHidden() {
        assertThat(overview(World.empty().apply(new Observation.Listed(Kind.POD)))
                        .table())
                .doesNotContain("NOT SEEN IN FULL");
    }

    @Test
    void aKindWithoutAnObserverOfItsOwnIsNotUnderstood() {
        Kind widget = new Kind("acme.io", "Widget");
        World world = World.empty()
                .applyAll(Observers.observe(
                        widget,
                        new ObjectMapper()
                                .valueToTree(Map.of(
                                        "kind", "Widget", "metadata", Map.of("name", "w", "namespace", "shop")))));

        assertThat(world.all(widget)).hasSize(1);
        assertThat(overview(world, Map.of(Kind.NODE, 1, widget, 1)).kinds())
                .extracting(line -> line.kind() + " " + line.understood())
                .containsExactlyInAnyOrder("Node true", "Widget false");
    }

    private static Overview overview(World world) {
        return overview(world, Map.of(Kind.NODE, 1, Kind.SERVICE, 2));
    }

    private static Overview overview(World world, Map<Kind, Integer> counts) {
        return new Overview(new Sight(
                "cluster",
                Instant.EPOCH,
                new Scope.Everything(),
                world,
                new Sight.Reading(counts, Completeness.of(world), List.of()),
                new Sight.Memory(List.of(), Optional.empty())));
    }
}
