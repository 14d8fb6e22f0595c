package io.kubilitics.cli.world;

import java.util.ArrayList;
import java.util.List;

/** Columns that stand below each other. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(List.of(heads));
    }

    Table row(Object... cells) {
        rows.add(List.of(cells).stream().map(String::valueOf).map(Table::plain).toList());
        return this;
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    /** Names may come from a file that somebody sent. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    }

    String text() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i)).repeat(" ", widths[i] - row.get(i).length() + 2);
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    /** Once for all rows: a blast radius may have very many. */
    private int[] widths() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }
}
