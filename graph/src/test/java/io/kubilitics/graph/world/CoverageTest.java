package io.kubilitics.graph.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation.Listed;
import io.kubilitics.graph.world.Observation.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final ResourceRef IN_SHOP = ResourceRef.of(Kind.SECRET, "shop", "s");
    private static final ResourceRef IN_BANK = ResourceRef.of(Kind.SECRET, "bank", "s");

    @Test
    void aListOfOneNamespaceSaysNothingOfOthers() {
        World world = told(new Listed(Kind.SECRET, "shop"));

        assertThat(world.presence(IN_SHOP)).isEqualTo(Presence.ABSENT);
        assertThat(world.presence(IN_BANK)).isEqualTo(Presence.UNSEEN);
        assertThat(world.listed(Kind.SECRET)).isFalse();
        assertThat(world.coverage().of(Kind.SECRET)).hasToString("in shop");
    }

    @Test
    void whatIsRefusedIsUnseenAndSaysWhy() {
        World world = told(new Listed(Kind.SECRET), new Refused(Kind.SECRET, "bank", "secrets is forbidden"));

        assertThat(world.presence(IN_SHOP)).isEqualTo(Presence.ABSENT);
        assertThat(world.presence(IN_BANK)).isEqualTo(Presence.UNSEEN);
        assertThat(world.coverage().of(Kind.SECRET)).hasToString("everywhere; refused: bank: secrets is forbidden");
    }

    @Test
    void aRefusalForAllLeavesTheNamespacesThatWereListed() {
        World world = told(
                new Refused(Kind.SECRET, Observation.EVERYWHERE, "no list at cluster scope"),
                new Listed(Kind.SECRET, "shop"));

        assertThat(world.presence(IN_SHOP)).isEqualTo(Presence.ABSENT);
        assertThat(world.presence(IN_BANK)).isEqualTo(Presence.UNSEEN);
    }

    @Test
    void whatIsKnownByItsOutlinesIsCounted() {
        World world = told(new Listed(Kind.SECRET), new Observation.Outlined(Kind.SECRET, 7));

        assertThat(world.coverage().of(Kind.SECRET).outlined()).isEqualTo(7);
        assertThat(world.coverage().of(Kind.SECRET)).hasToString("everywhere; of 7 the metadata only");
        assertThat(world.presence(IN_SHOP)).isEqualTo(Presence.ABSENT);
        assertThat(world.apply(new Listed(Kind.SECRET))
                        .coverage()
                        .of(Kind.SECRET)
                        .outlined())
                .isEqualTo(7);
    }

    @Test
    void rightsThatAreLostTakeTheListWithThem() {
        World world =
                told(new Listed(Kind.SECRET), new Refused(Kind.SECRET, Observation.EVERYWHERE, "secrets is forbidden"));

        assertThat(world.presence(IN_SHOP)).isEqualTo(Presence.UNSEEN);
        assertThat(world.apply(new Listed(Kind.SECRET)).presence(IN_SHOP)).isEqualTo(Presence.ABSENT);
    }

    @Test
    void allThatWasLookedForIsToldByKind() {
        World world = told(new Listed(Kind.POD), new Listed(Kind.CONFIG_MAP, "shop"));

        assertThat(world.coverage().kinds().keySet()).containsExactly(Kind.CONFIG_MAP, Kind.POD);
        assertThat(world.coverage().of(Kind.NODE)).hasToString("nowhere");
        assertThat(world.apply(new Listed(Kind.POD))).isSameAs(world);
    }

    private static World told(Observation... observations) {
        return World.empty().applyAll(List.of(observations));
    }
}
