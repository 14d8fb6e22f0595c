package io.kubilitics.graph.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about symptoms is complete, and what it says is shown by a scenario. */
class SymptomsPageTest {

    private static final Path PAGE = Path.of("../docs/symptoms.md");
    /** Rows of no list of others: our own, and those that objects alone do not tell. */
    private static final Set<String> OUR_OWN = Set.of("ours", "beyond", "measured");

    private static final Path REASONING_TESTS = Path.of("../reasoning/src/test/java");
    private static final String REASONING = "reasoning: ";

    private static final Set<String> REASONED = Set.of("advice", "elsewhere");

    @Test
    void noCheckIsLeftOutOrThereTwice() {
        List<String> rows = rows().stream()
                .filter(row -> !OUR_OWN.contains(row.from()))
                .map(row -> row.from() + " | " + row.check())
                .toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(checks());
    }

    @Test
    void eachSymptomOnThePageIsRaisedOnItsObjectByItsScenario() {
        Map<String, Scenario> scenarios = Scenario.all().stream()
                .filter(scenario -> !scenario.healthy())
                .collect(Collectors.toMap(Scenario::name, Function.identity()));

        assertThat(rows())
                .filteredOn(row -> row.ailment().isPresent() && !row.shownInReasoning())
                .allSatisfy(row -> assertThat(scenarios)
                        .as("row '%s'", row.check())
                        .hasEntrySatisfying(
                                row.shownBy(),
                                scenario -> assertThat(scenario.expected())
                                        .anyMatch(line -> line.startsWith(row.answer() + " " + row.of() + " "))));
    }

    /** Only what objects do not tell, or not by themselves, is left to others. */
    @Test
    void whatIsShownInReasoningIsMeasuredOrMeantAndItsTestIsThere() throws IOException {
        try (Stream<Path> files = Files.walk(REASONING_TESTS)) {
            Set<String> tests = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());

            assertThat(rows()).filteredOn(Row::shownInReasoning).isNotEmpty().allSatisfy(row -> {
                assertThat(row.ailment().filter(Ailment::measured).isPresent()
                                || row.from().equals("beyond"))
                        .as("row '%s'", row.check())
                        .isTrue();
                assertThat(tests).contains(row.shownBy().substring(REASONING.length()) + ".java");
            });
        }
    }

    /** Two faults that look the same to a test were not both built. */
    @Test
    void noTwoChecksOfOneListShareAScenario() {
        assertThat(rows().stream()
                        .filter(row -> !OUR_OWN.contains(row.from()) && !REASONED.contains(row.answer()))
                        .collect(Collectors.groupingBy(row -> List.of(row.from(), row.of(), row.shownBy()))))
                .isNotEmpty()
                .allSatisfy((_, rows) -> assertThat(rows).extracting(Row::check).hasSize(1));
    }

    @Test
    void whatIsWellIsShownByAHealthyScenarioWhereThereIsOne() {
        Set<String> healthy = Scenario.all().stream()
                .filter(Scenario::healthy)
                .map(scenario -> scenario.kind() + " " + scenario.name())
                .collect(Collectors.toSet());

        assertThat(rows())
                .filteredOn(row -> row.answer().equals("well"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(healthy).contains(row.of() + " " + row.shownBy()));
    }

    @Test
    void eachAnswerIsASymptomOrHasAReason() {
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.ailment().isPresent()
                                || row.answer().equals("well")
                                || (REASONED.contains(row.answer())
                                        && row.shownBy().length() > 5))
                        .as("row '%s'", row.check())
                        .isTrue());
    }

    @Test
    void eachSymptomAndEachScenarioStandsOnThePage() {
        Set<String> answers = rows().stream().map(Row::answer).collect(Collectors.toSet());
        Set<String> shown = rows().stream().map(Row::shownBy).collect(Collectors.toSet());

        assertThat(answers)
                .containsAll(Arrays.stream(Ailment.values()).map(Ailment::id).toList());
        assertThat(shown)
                .containsAll(Scenario.all().stream()
                        .filter(scenario -> !scenario.healthy())
                        .map(Scenario::name)
                        .toList());
    }

    private static List<Row> rows() {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.filter(line -> line.startsWith("| "))
                    .skip(1)
                    .map(line -> line.split(" *\\| *", -1))
                    .map(cells -> new Row(cells[1], cells[2], cells[3], cells[4], cells[5]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> checks() {
        try (InputStream in =
                Objects.requireNonNull(SymptomsPageTest.class.getResourceAsStream("/symptoms/checks.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One line of the table. */
    private record Row(String from, String check, String answer, String of, String shownBy) {

        boolean shownInReasoning() {
            return shownBy.startsWith(REASONING);
        }

        Optional<Ailment> ailment() {
            return Ailment.of(answer);
        }
    }
}
