package io.kubilitics.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.world.Relation;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PropagationTest {

    /** They shape what happens when they work, and harm nobody by failing. */
    private static final Set<Relation.Type> HARMLESS =
            EnumSet.of(Relation.Type.APPLIES_TO, Relation.Type.LIMITS_DISRUPTION);

    @Test
    void everyRelationIsInTheTableOrHarmless() {
        Set<Relation.Type> inTable =
                Propagation.TABLE.stream().map(Propagation::type).collect(Collectors.toSet());

        assertThat(inTable).doesNotContainAnyElementsOf(HARMLESS);
        inTable.addAll(HARMLESS);
        assertThat(inTable).containsExactlyInAnyOrder(Relation.Type.values());
    }

    @Test
    void aRuleSaysOneThingForOneHarm() {
        assertThat(Propagation.TABLE.stream().map(row -> row.type() + " " + row.way() + " " + row.cause()))
                .doesNotHaveDuplicates();
    }

    @Test
    void harmNeverGrowsOnItsWay() {
        assertThat(Propagation.TABLE).allSatisfy(row -> assertThat(row.effect()).isGreaterThanOrEqualTo(row.cause()));
    }

    /** So that each of several is counted once: see {@link Reached.Ways#counts}. */
    @Test
    void whatHoldsForAllOfThemHoldsForMissingAndUnwellAlike() {
        assertThat(Propagation.TABLE.stream()
                        .filter(Propagation::worseTogether)
                        .map(row -> row.type() + " " + row.cause()))
                .containsExactlyInAnyOrder(
                        "OWNS MISSING",
                        "OWNS UNWELL",
                        "SELECTS MISSING",
                        "SELECTS UNWELL",
                        "ROUTES_TO MISSING",
                        "ROUTES_TO UNWELL");
    }
}
