package io.kubilitics.graph.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.PlainMeta;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.Observation.Noted;
import io.kubilitics.graph.world.Observation.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Resources that come and go leave nothing behind. */
class ChurnTest {

    private static final int ALIVE = 100;

    @Test
    void namesThatNeverReturnLeaveNothing() {
        World world = World.empty()
                .apply(new Seen(
                        resource(ResourceRef.of(new Kind("", "Service"), "shop", "s"), Map.of()),
                        List.of(),
                        List.of(new Selection(
                                Relation.Type.SELECTS,
                                ResourceRef.of(new Kind("", "Service"), "shop", "s"),
                                Kind.POD,
                                new Selection.Namespaces.One("shop"),
                                Selector.of(Map.of("app", "cart"))))));
        for (int i = 0; i < 60_000; i++) {
            world = world.apply(pod(i));
            world = i < ALIVE ? world : world.apply(new Gone(ref(i - ALIVE)));
        }

        assertThat(world.graph().bound()).isLessThan(2 * ALIVE + 20);
        assertThat(world.graph().ids().size()).isEqualTo(2 * ALIVE + 2);
        assertThat(world.index().marked().size()).isLessThan(2 * ALIVE + 20);
        assertThat(world.all(Kind.POD)).hasSize(ALIVE);
        WorldInvariants.check(world);
    }

    /** Events about what is gone already keep coming in; changes are remembered for a while. */
    @Test
    void whatIsToldOfTheGoneIsForgottenInTheEnd() {
        World world = World.empty();
        for (int i = 0; i < 3 * Chronicle.STRAYS; i++) {
            world = world.apply(
                    new Noted(ref(i), new EventNote("e" + i, false, "Killing", "", 1, Instant.EPOCH.plusSeconds(i))));
        }

        assertThat(world.events(ref(0))).isEmpty();
        assertThat(world.events(ref(3 * Chronicle.STRAYS - 1))).hasSize(1);
        assertThat(world.chronicle().events().size()).isEqualTo(Chronicle.STRAYS);
    }

    private static Seen pod(int number) {
        ResourceRef ref = ref(number);
        return new Seen(
                resource(ref, Map.of("app", "cart", "name", ref.name())),
                List.of(
                        new Relation(Relation.Type.OWNS, ResourceRef.of(Kind.REPLICA_SET, "shop", "r" + number), ref),
                        new Relation(Relation.Type.SCHEDULED_ON, ref, ResourceRef.clusterWide(Kind.NODE, "n"))),
                List.of());
    }

    private static Resource resource(ResourceRef ref, Map<String, String> labels) {
        return new Resource(ref, PlainMeta.of("u-" + ref, labels), new ConfigFacts(Set.of()));
    }

    private static ResourceRef ref(int number) {
        return ResourceRef.of(Kind.POD, "shop", "p" + number);
    }
}
