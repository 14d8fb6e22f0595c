package io.kubilitics.reasoning.signal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What alerts say of numbers: before and now, or by how many per cent. Words from outside: good for a hint. */
final class AlertReadings {

    private static final int LONGEST = 2000;
    private static final String NUMBER = "(\\d{1,15}(?:\\.\\d{1,9})?)";
    private static final Pattern PER_CENT = Pattern.compile("\\(\\+" + NUMBER + "%\\)");
    private static final Pattern FROM_TO = Pattern.compile(NUMBER + "[a-zA-Zµ%/ ]{0,12}->[a-zA-Z =]{0,12}" + NUMBER);
    private static final Pattern LEADING = Pattern.compile("^\\s*" + NUMBER);

    private AlertReadings() {}

    static Map<String, Map<Aspect, Jump>> of(Iterable<Alert> alerts) {
        Map<String, Map<Aspect, Jump>> told = new HashMap<>();
        for (Alert alert : alerts) {
            aspect(alert)
                    .ifPresent(aspect -> jump(alert, aspect)
                            .filter(jump -> jump.factor() >= Shifts.CLEAR)
                            .ifPresent(jump -> told.computeIfAbsent(
                                            alert.subject().name(), _ -> new EnumMap<>(Aspect.class))
                                    .merge(aspect, jump, AlertReadings::greater)));
        }
        told.values().forEach(AlertReadings::withRequests);
        return told;
    }

    private static void withRequests(Map<Aspect, Jump> jumps) {
        Jump requests = jumps.get(Aspect.REQUESTS);
        if (requests != null) {
            jumps.replaceAll((_, jump) -> jump.with(requests.factor()));
        }
    }

    static Optional<Aspect> aspect(Alert alert) {
        String detail = alert.details().getOrDefault("detail", "");
        return Aspect.of("%s %s".formatted(alert.name(), detail)).or(() -> Aspect.of(text(alert)));
    }

    private static Jump greater(Jump one, Jump other) {
        return one.factor() >= other.factor() ? one : other;
    }

    private static Optional<Jump> jump(Alert alert, Aspect aspect) {
        double before = number(alert, "baseline");
        double after = number(alert, "value");
        Matcher pair = FROM_TO.matcher(text(alert));
        if (pair.find() && Double.isNaN(before)) {
            before = Double.parseDouble(pair.group(1));
            after = Double.parseDouble(pair.group(2));
        }
        double factor = Math.max(factor(before, after, aspect), perCent(text(alert)));
        return Double.isNaN(factor) ? Optional.empty() : Optional.of(new Jump(factor, before, after, Instant.EPOCH, 1));
    }

    /** What had no past cannot have risen; but to be held back at all is more than nothing. */
    private static double factor(double before, double after, Aspect aspect) {
        return switch (aspect) {
            case THROTTLING -> Shifts.CLEAR;
            case RETRANSMISSIONS -> (after + Readings.FEW_PACKETS) / (before + Readings.FEW_PACKETS);
            default -> before > 0 ? after / before : 1;
        };
    }

    private static double perCent(String text) {
        Matcher rise = PER_CENT.matcher(text);
        double most = 1;
        while (rise.find()) {
            most = Math.max(most, 1 + Double.parseDouble(rise.group(1)) / 100);
        }
        return most;
    }

    private static double number(Alert alert, String detail) {
        Matcher number = LEADING.matcher(alert.details().getOrDefault(detail, ""));
        return number.find() ? Double.parseDouble(number.group(1)) : Double.NaN;
    }

    private static String text(Alert alert) {
        String message = alert.message();
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST);
    }
}
