package io.kubilitics.reasoning.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a line of a log was written. A time without a zone is somebody's local time and tells nothing. */
final class Moments {

    private static final int SEARCHED = 2000;
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)([.,]\\d{1,9})?\\s?(Z|[+-]\\d\\d:?\\d\\d|UTC)");

    private Moments() {}

    static Optional<Instant> of(String line) {
        Matcher time = TIME.matcher(line.length() > SEARCHED ? line.substring(0, SEARCHED) : line);
        if (!time.find()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(time.group(1) + "T" + time.group(2));
            return Optional.of(OffsetDateTime.of(local, zone(time.group(4))).toInstant());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static ZoneOffset zone(String told) {
        return told.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(told);
    }
}
