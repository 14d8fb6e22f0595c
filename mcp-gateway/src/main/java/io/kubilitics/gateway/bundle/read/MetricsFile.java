package io.kubilitics.gateway.bundle.read;

import io.kubilitics.gateway.bundle.text.Unreadable;
import io.kubilitics.reasoning.signal.Metrics;
import io.kubilitics.reasoning.signal.Metrics.Sample;
import io.kubilitics.reasoning.signal.Metrics.Series;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code metrics.csv}: a column {@code time}, and one {@code <application>-<metric>} for each number. Times without a zone are
 * moved by the whole half hours that bring the last of them next to the time of the bundle.
 */
final class MetricsFile {

    static final String NAME = "metrics.csv";

    private static final Duration ZONE_STEP = Duration.ofMinutes(30);

    private final List<String> columns;
    private final List<List<Sample>> samples;
    private Instant last = Instant.MIN;
    private boolean zoned = true;

    private MetricsFile(List<String> columns) {
        this.columns = columns;
        this.samples = IntStream.range(0, columns.size())
                .<List<Sample>>mapToObj(_ -> new ArrayList<>())
                .toList();
    }

    static Metrics metrics(Reader text, Instant now) throws IOException, Unreadable {
        BufferedReader lines = new BufferedReader(text);
        String head = lines.readLine();
        if (head == null || !head.startsWith("time,")) {
            throw new Unreadable("no table that begins with a column 'time'", 1);
        }
        MetricsFile file = new MetricsFile(List.of(head.split(",", -1)));
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                file.row(line.split(",", -1), number);
            }
        }
        return new Metrics(file.series(now));
    }

    private void row(String[] cells, int number) throws Unreadable {
        try {
            Instant at = time(cells[0]);
            last = at.isAfter(last) ? at : last;
            for (int i = 1; i < Math.min(cells.length, columns.size()); i++) {
                if (!cells[i].isBlank()) {
                    samples.get(i).add(new Sample(at, Double.parseDouble(cells[i])));
                }
            }
        } catch (DateTimeParseException | NumberFormatException strange) {
            throw new Unreadable("a row that is not a time and numbers", number);
        }
    }

    private Instant time(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException local) {
            zoned = false;
            return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        }
    }

    private List<Series> series(Instant now) {
        Duration shift = zoned || last.equals(Instant.MIN) ? Duration.ZERO : shift(Duration.between(last, now));
        return IntStream.range(1, columns.size())
                .mapToObj(i -> series(columns.get(i), samples.get(i), shift))
                .toList();
    }

    private static Duration shift(Duration apart) {
        long steps = Math.round((double) apart.toSeconds() / ZONE_STEP.toSeconds());
        return ZONE_STEP.multipliedBy(steps);
    }

    /** Names of applications have dashes, names of metrics have none. */
    private static Series series(String column, List<Sample> samples, Duration shift) {
        int dash = column.lastIndexOf('-');
        return new Series(
                dash < 0 ? "" : column.substring(0, dash),
                column.substring(dash + 1),
                samples.stream()
                        .map(sample -> new Sample(sample.at().plus(shift), sample.value()))
                        .toList());
    }
}
