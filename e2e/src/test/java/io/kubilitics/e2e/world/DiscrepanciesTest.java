package io.kubilitics.e2e.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import org.junit.jupiter.api.Test;

/** What the comparison must not miss, each by itself. */
class DiscrepanciesTest {

    private static final ResourceRef POD = ResourceRef.of(Kind.POD, "shop", "p");

    private final World whole = service(pod(World.empty(), "n1", "1"), "a").apply(new Observation.Listed(Kind.POD));

    @Test
    void nothingIsFoundBetweenWorldsThatLearntTheSameInAnotherOrder() {
        World other = pod(service(World.empty().apply(new Observation.Listed(Kind.POD)), "b"), "n2", "0");

        assertThat(Discrepancies.between(pod(service(other, "a"), "n1", "1"), whole))
                .isEmpty();
    }

    @Test
    void anObjectThatShouldBeGoneIsFoundWithItsRelations() {
        assertThat(Discrepancies.between(whole, whole.apply(new Observation.Gone(POD))))
                .containsKeys(
                        "presence of Pod shop/p",
                        "relation SCHEDULED_ON Pod shop/p -> Node n1",
                        "relation SELECTS Service shop/s -> Pod shop/p",
                        "reference to Node n1");
    }

    @Test
    void anOldStateIsFoundAndOnlyWhatDiffersIsTold() {
        assertThat(Discrepancies.between(whole, pod(whole, "n1", "2")))
                .hasEntrySatisfying(
                        "what is known of Pod shop/p",
                        text -> assertThat(text).isEqualTo(".meta.resourceVersion is 1, should be 2"));
    }

    @Test
    void aSelectionThatWasNotFollowedIsFound() {
        assertThat(Discrepancies.between(whole, service(whole, "b")))
                .containsEntry("relation SELECTS Service shop/s -> Pod shop/p", "should not be there");
    }

    @Test
    void coverageAndEventsAreCompared() throws JsonProcessingException {
        World more = whole.apply(new Observation.Listed(Kind.NODE)).applyAll(Observers.observe(Kind.EVENT, """
                        {"metadata": {"name": "e", "namespace": "shop", "uid": "e"}, "reason": "Killing",
                         "involvedObject": {"kind": "Pod", "namespace": "shop", "name": "p"}}
                        """));

        assertThat(Discrepancies.between(whole, more)).containsKeys("coverage", "events of Pod shop/p");
    }

    private static World pod(World world, String node, String version) {
        return observe(world, Kind.POD, """
                {"metadata": {"name": "p", "namespace": "shop", "resourceVersion": "%s", "labels": {"app": "a"}},
                 "spec": {"nodeName": "%s"}}
                """.formatted(version, node));
    }

    private static World service(World world, String app) {
        return observe(world, Kind.SERVICE, """
                {"metadata": {"name": "s", "namespace": "shop"}, "spec": {"selector": {"app": "%s"}}}
                """.formatted(app));
    }

    private static World observe(World world, Kind kind, String json) {
        try {
            return world.applyAll(Observers.observe(kind, json));
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
