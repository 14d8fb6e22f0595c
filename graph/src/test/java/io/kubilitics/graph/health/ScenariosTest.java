package io.kubilitics.graph.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.observe.Observers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    @Test
    void everyKindThatCanBeUnwellHasFiveWaysToBeWell() {
        Map<Kind, Long> healthy =
                healthy().stream().collect(Collectors.groupingBy(Scenario::kind, Collectors.counting()));
        List<Kind> unwell =
                unwell().stream().map(Scenario::kind).distinct().sorted().toList();

        assertThat(unwell)
                .hasSizeGreaterThan(20)
                .allSatisfy(kind -> assertThat(enough(kind, healthy))
                        .as("healthy variants of %s", kind)
                        .isTrue());
    }

    /** Kinds that are not understood are all read alike. */
    private static boolean enough(Kind kind, Map<Kind, Long> healthy) {
        boolean known = Kind.KNOWN.contains(kind) || Observers.understood().contains(kind);
        return healthy.getOrDefault(known ? kind : new Kind("example.com", "Widget"), 0L) >= HEALTHY_EACH;
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

    static List<Scenario> unwell() {
        return Scenario.all().stream().filter(scenario -> !scenario.healthy()).toList();
    }

    static List<Scenario> healthy() {
        return Scenario.all().stream().filter(Scenario::healthy).toList();
    }
}
