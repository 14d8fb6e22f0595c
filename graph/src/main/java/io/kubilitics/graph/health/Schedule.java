package io.kubilitics.graph.health;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Schedules as CronJobs write them: five fields, or a word such as {@code @daily}. */
final class Schedule {

    private static final Set<String> WORDS =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private static final List<Bounds> FIELDS = List.of(
            new Bounds(0, 59, List.of()),
            new Bounds(0, 23, List.of()),
            new Bounds(1, 31, List.of()),
            new Bounds(1, 12, MONTHS),
            new Bounds(0, 7, DAYS));

    private Schedule() {}

    static boolean readable(String schedule) {
        String plain = schedule.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("tz=") || plain.startsWith("cron_tz=")) {
            int space = plain.indexOf(' ');
            plain = space < 0 ? "" : plain.substring(space).strip();
        }
        if (plain.startsWith("@")) {
            return WORDS.contains(plain) || plain.matches("@every (\\d+(\\.\\d+)?(h|m|s|ms))+");
        }
        String[] fields = plain.split("\\s+", -1);
        if (fields.length != FIELDS.size()) {
            return false;
        }
        for (int i = 0; i < fields.length; i++) {
            for (String part : fields[i].split(",", -1)) {
                if (!FIELDS.get(i).allows(part)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What one field may hold; names stand for numbers from the least on. */
    private record Bounds(int least, int most, List<String> names) {

        boolean allows(String part) {
            String[] stepped = part.split("/", -1);
            boolean step = stepped.length == 1 || (stepped.length == 2 && stepped[1].matches("[1-9]\\d{0,3}"));
            if (!step || stepped[0].equals("*") || stepped[0].equals("?")) {
                return step;
            }
            String[] ends = stepped[0].split("-", -1);
            int from = number(ends[0]);
            int to = number(ends[ends.length - 1]);
            return ends.length <= 2 && from >= least && to <= most && from <= to;
        }

        /** Less than anything allowed when it is none. */
        private int number(String text) {
            int name = names.indexOf(text);
            if (name >= 0) {
                return least + name;
            }
            return text.matches("\\d{1,4}") ? Integer.parseInt(text) : Integer.MIN_VALUE;
        }
    }
}
