package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments as people write them. */
final class Moments {

    static final String FORM = "2026-11-21T10:02:00Z, 10:02 (UTC, the last time it was) or 15m (ago)";

    private static final Pattern AGO = Pattern.compile("-?(\\d{1,6})([smhd])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    private Moments() {}

    static Instant parse(String text, Instant now) {
        if (AGO.matcher(text).matches()) {
            return now.minus(span(text));
        }
        try {
            if (text.matches("\\d\\d:\\d\\d(:\\d\\d)?")) {
                Instant today =
                        now.atOffset(ZoneOffset.UTC).with(LocalTime.parse(text)).toInstant();
                return today.isAfter(now) ? today.minus(1, ChronoUnit.DAYS) : today;
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException noTime) {
            throw CliFault.wrongUsage("'%s' is no moment: write %s".formatted(text, FORM));
        }
    }

    static Duration span(String text) {
        Matcher ago = AGO.matcher(text);
        if (!ago.matches()) {
            throw CliFault.wrongUsage("'%s' is no span of time: write 90s, 15m, 2h or 1d".formatted(text));
        }
        return Duration.of(Long.parseLong(ago.group(1)), UNITS.getOrDefault(ago.group(2), ChronoUnit.SECONDS));
    }
}
