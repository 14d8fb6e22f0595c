package io.kubilitics.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table("NAME", "N", "LAST").row("a", 1, "x").row("a long name", 20_000, "");

        assertThat(table.text().lines())
                .containsExactly("NAME         N      LAST", "a            1      x", "a long name  20000");
    }

    /** Widths that are sought anew for each cell would keep this from ever ending. */
    @Test
    void manyRowsStandBelowEachOtherToo() {
        Table table = new Table("NAME", "NUMBER");
        for (int i = 1; i <= 50_000; i++) {
            table.row("row-" + i, i);
        }

        List<String> lines = table.text().lines().toList();

        assertThat(lines).hasSize(50_001);
        assertThat(lines.getFirst()).isEqualTo("NAME       NUMBER");
        assertThat(lines.get(1)).isEqualTo("row-1      1");
        assertThat(lines.getLast()).isEqualTo("row-50000  50000");
    }

    @Test
    void aTableWithoutRowsIsEmpty() {
        assertThat(new Table("NAME").isEmpty()).isTrue();
        assertThat(new Table("NAME").row("a").isEmpty()).isFalse();
    }
}
