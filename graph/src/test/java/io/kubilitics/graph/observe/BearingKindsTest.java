package io.kubilitics.graph.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.query.Bearing;
import io.kubilitics.graph.query.Propagation;
import io.kubilitics.graph.query.Propagation.Direction;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of which kinds it is known what their failure does follows from the table, from membership, and from what the observers relate. */
class BearingKindsTest {

    @Test
    void theyAreThoseThatStandWhereHarmComesFrom() {
        Set<Kind> standing = RelationsPage.examples().stream()
                .flatMap(BearingKindsTest::standing)
                .filter(Kind.KNOWN::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        standing.add(Kind.NAMESPACE);
        standing.add(Kind.CUSTOM_RESOURCE);

        assertThat(Kind.KNOWN.stream().filter(kind -> Bearing.known(World.empty(), kind)))
                .containsExactlyInAnyOrderElementsOf(standing);
    }

    private static Stream<Kind> standing(Seen seen) {
        Stream<Kind> byName = seen.relations().stream()
                .flatMap(relation -> causes(
                        relation.type(), relation.from().kind(), relation.to().kind()));
        Stream<Kind> bySelector = seen.selections().stream()
                .flatMap(selection -> causes(selection.type(), selection.from().kind(), selection.among()));
        return Stream.concat(byName, bySelector);
    }

    private static Stream<Kind> causes(Relation.Type type, Kind first, Kind second) {
        return Propagation.by(type).stream().map(row -> row.way() == Direction.FORTH ? first : second);
    }
}
