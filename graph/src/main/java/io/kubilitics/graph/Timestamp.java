package io.kubilitics.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads times as the API server writes them, {@code 2026-11-21T10:00:00Z}, without the general parser, which takes a tenth of all
 * that is done with an object. Whatever else is a time goes to the general one.
 */
public final class Timestamp {

    private static final String PATTERN = "dddd-dd-ddTdd:dd:ddZ";

    private Timestamp() {}

    public static Optional<Instant> read(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(isPlain(text) ? plain(text) : Instant.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** To the whole second and of no zone. The 60th second, which a leap makes, is left to the general parser. */
    public static boolean isPlain(String text) {
        if (text.length() != PATTERN.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char wanted = PATTERN.charAt(i);
            char found = text.charAt(i);
            if (wanted == 'd' ? found < '0' || found > '9' : found != wanted) {
                return false;
            }
        }
        return number(text, 11) < 24 && number(text, 14) < 60 && number(text, 17) < 60;
    }

    private static Instant plain(String text) {
        int year = 100 * number(text, 0) + number(text, 2);
        long day = LocalDate.of(year, number(text, 5), number(text, 8)).toEpochDay();
        return Instant.ofEpochSecond(((day * 24 + number(text, 11)) * 60 + number(text, 14)) * 60 + number(text, 17));
    }

    /** Of two digits. */
    private static int number(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }
}
