package io.kubilitics.gateway.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.gateway.accuracy.Answer.Likeness;
import io.kubilitics.reasoning.cause.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not matter does not, on a bundle of our own; `-Paccuracy` tries the same on any. */
class MetamorphicTest {

    private static final Path EXAMPLE = Path.of("../examples/missing-key");

    @TempDir
    private Path folder;

    @Test
    void anAnswerStaysTheSameOrIsNoLongerGiven() throws IOException {
        Metamorphic metamorphic = new Metamorphic(new Bench(folder.resolve("bundle")), Disguise.all());

        metamorphic.take(EXAMPLE);

        assertThat(metamorphic.strange()).isEmpty();
        assertThat(metamorphic.table())
                .contains(
                        "| all renamed | 1 | 1 | 0 | 0 | 0 | 0 | 0 |", "| no ConfigMaps | 1 | 0 | 0 | 1 | 0 | 0 | 0 |");
    }

    @Test
    void aNameIsAnotherOneWhereverItIsTold() throws IOException {
        Dossier dossier = Dossier.read(EXAMPLE);
        Dossier renamed = Renaming.of(dossier).apply(dossier);

        assertThat(renamed.objects().toString() + renamed.trees() + renamed.texts())
                .doesNotContain("cart-settings", "\"cart\"", "\"shop\"")
                .contains(Letters.of("cart-settings"), "CreateContainerConfigError", "kube-system");
        assertThat(Letters.of(Letters.of("cart"))).isNotEqualTo("cart");
    }

    @Test
    void clocksAreSkewedByWhatIsAsked() {
        assertThat(Clocks.shifted("2026-11-21T10:59:30Z a\n2026-11-21 10:00:00,1 b", Duration.ofMinutes(2)))
                .isEqualTo("2026-11-21T11:01:30Z a\n2026-11-21 10:02:00,1 b");
    }

    @Test
    void withoutItsFamilyNothingIsFoundAndWithoutAnotherAllIs() throws IOException {
        Answer right = Bench.answer(Bench.read(EXAMPLE), Catalogue.full());
        assertThat(right.causes()).extracting(Answer.Found::category).containsExactly("config-key-missing");

        Families families = new Families();
        families.take("example", Bench.read(EXAMPLE));

        assertThat(families.others()).isEmpty();
        assertThat(families.table()).contains("| config-key-missing | 1 | 1 | 0 | 0 | 0 |  | 0 |");
    }

    @Test
    void withoutThoughtLittleIsFound() throws IOException {
        Answer right = Bench.answer(Bench.read(EXAMPLE), Catalogue.full());

        assertThat(Control.CATALOGUE_EMPTIED.answer(Bench.read(EXAMPLE)).likeness(right))
                .isEqualTo(Likeness.INCONCLUSIVE);
        assertThat(List.of(Control.LATEST_CHANGE, Control.FIRST_REASON))
                .allSatisfy(control -> assertThat(
                                control.answer(Bench.read(EXAMPLE)).likeness(right))
                        .isNotEqualTo(Likeness.SAME));
    }
}
