package io.kubilitics.graph.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Background;
import io.kubilitics.graph.fit.Fitting;
import io.kubilitics.graph.fit.Obstacle;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is unwell is named, and nothing else is. */
class ScenariosTest {

    private static final int HEALTHY_EACH = 5;

    @ParameterizedTest
    @MethodSource("unwell")
    void whatIsUnwellIsNamed(Scenario scenario) {
        assertThat(scenario.symptoms()).containsExactlyInAnyOrderElementsOf(scenario.expected());
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void whatIsWellRaisesNothing(Scenario scenario) {
        assertThat(scenario.symptoms()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("placing")
    void aPodThatFindsNoNodeIsKeptOffEachForTheReasonThatItIsAbout(Scenario scenario) {
        assertThat(new Fitting(scenario.world()).of(scenario.subject()))
                .isNotEmpty()
                .allSatisfy(fit -> assertThat(fit.obstacles()).containsExactly(Obstacle.valueOf(scenario.obstacle())));
    }

    /** k8sgpt once called these unused: it would be noticed here if they became so. */
    @ParameterizedTest
    @MethodSource("reading")
    void aConfigMapThatIsReadIsKnownToBeRead(Scenario scenario) {
        World world = scenario.world();

        assertThat(world.all(Kind.CONFIG_MAP))
                .isNotEmpty()
                .allSatisfy(config -> assertThat(Stream.of(Relation.Type.READS, Relation.Type.MOUNTS)
                                .flatMap(type -> world.from(config.ref(), type)))
                        .contains(scenario.subject()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindThatCanBeUnwellHasFiveWaysToBeWellAndNoTwoAlike(Kind kind) {
        List<Scenario> variants =
                healthy().stream().filter(one -> one.kind().equals(kind)).toList();

        assertThat(variants.stream().collect(Collectors.groupingBy(Scenario::told)))
                .as("healthy variants of %s", kind)
                .hasSizeGreaterThanOrEqualTo(HEALTHY_EACH)
                .allSatisfy((_, alike) -> assertThat(alike).hasSize(1));
    }

    /** Taken from the code, so that a kind that is new there is missed here. */
    static Set<Kind> kinds() {
        Set<Kind> kinds = new TreeSet<>(Health.kinds());
        Stream.concat(Observers.understood().stream(), Kind.KNOWN.stream())
                .filter(ScenariosTest::lookedAt)
                .forEach(kinds::add);
        unwell().stream()
                .flatMap(scenario -> scenario.world().all())
                .map(resource -> resource.ref().kind())
                .filter(ScenariosTest::lookedAt)
                .forEach(kinds::add);
        kinds.add(Kind.NAMESPACE);
        return kinds.stream().map(ScenariosTest::readAs).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether health asks anything of it: of what is background alone it does not. */
    private static boolean lookedAt(Kind kind) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.withObject("/metadata").put("name", "a").put("namespace", kind.clusterWide() ? "" : "shop");
        return Observers.observe(kind, object).stream()
                .anyMatch(told -> told instanceof Seen seen && !(seen.resource().facts() instanceof Background));
    }

    /** Routes of the Gateway API have one reader, and so have all kinds that are not understood. */
    private static Kind readAs(Kind kind) {
        if (kind.group().equals(Kind.HTTP_ROUTE.group()) && kind.name().endsWith("Route")) {
            return Kind.HTTP_ROUTE;
        }
        boolean understood =
                Health.kinds().contains(kind) || Observers.understood().contains(kind);
        return understood ? kind : new Kind("example.com", "Widget");
    }

    @Test
    void eachScenarioHasANameOfItsOwn() {
        assertThat(unwell().stream()
                        .collect(Collectors.groupingBy(Scenario::name))
                        .values())
                .allSatisfy(same -> assertThat(same).hasSize(1));
        assertThat(unwell())
                .allSatisfy(scenario -> assertThat(scenario.expected()).isNotEmpty());
        assertThat(healthy())
                .allSatisfy(scenario -> assertThat(scenario.expected()).isEmpty());
    }

    static List<Scenario> placing() {
        return unwell().stream()
                .filter(scenario -> !scenario.obstacle().isEmpty())
                .toList();
    }

    static List<Scenario> reading() {
        return healthy().stream()
                .filter(scenario -> scenario.name().startsWith("reading a ConfigMap"))
                .toList();
    }

    static List<Scenario> unwell() {
        return Scenario.all().stream().filter(scenario -> !scenario.healthy()).toList();
    }

    static List<Scenario> healthy() {
        return Scenario.all().stream().filter(Scenario::healthy).toList();
    }
}
