package io.kubilitics.reasoning.log;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a line tells a port at all: most do not, and to look for whose it is takes long. */
final class Ports {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.{0,8}");

    private Ports() {}

    static boolean mayBeIn(String text) {
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            boolean number = colon + 1 < text.length() && Character.isDigit(text.charAt(colon + 1));
            if (number && isHost(before(text, colon))) {
                return true;
            }
        }
        return text.contains("port") || text.contains("Port");
    }

    private static String before(String text, int colon) {
        int begin = colon;
        while (begin > 0 && isOfName(text.charAt(begin - 1))) {
            begin--;
        }
        return text.substring(begin, colon);
    }

    private static boolean isOfName(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '.' || letter == '-' || letter == '_' || letter == '"';
    }

    /** Nothing but digits stands in times of day. */
    private static boolean isHost(String word) {
        return !word.chars().allMatch(Character::isDigit)
                && !DATE.matcher(word).matches()
                && !isFile(word.toLowerCase(Locale.ROOT));
    }

    /** A line of source in a stack trace looks like a host with a port. */
    static boolean isFile(String name) {
        return name.endsWith(".java")
                || name.endsWith(".go")
                || name.endsWith(".py")
                || name.endsWith(".js")
                || name.endsWith(".ts")
                || name.endsWith(".cs")
                || name.endsWith(".rb")
                || name.endsWith(".php")
                || name.endsWith(".rs")
                || name.endsWith(".jar")
                || name.endsWith(".kt")
                || name.endsWith(".cc")
                || name.endsWith(".h");
    }
}
