package io.kubilitics.reasoning.log;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How bad a line says it is; the worst first. */
public enum Severity {
    FATAL,
    ERROR,
    WARNING,
    INFORMATION,
    /** Says nothing of it, as lines of a stack trace. */
    UNTOLD;

    private static final int HEAD = 160;
    private static final Pattern FIELD = Pattern.compile(
            "\"?(?:level|severity|lvl|loglevel|log\\.level)\"?\\s{0,2}[=:]\\s{0,2}\"?([a-zA-Z]{3,11}|[1-6]0)\\b");
    private static final Pattern WORD = Pattern.compile(
            "(?<![\\w./-])(FATAL|PANIC|CRITICAL|CRIT|EMERG|ALERT|SEVERE|ERROR|ERR|WARNING|WARN|INFO|NOTICE|NOTE|DEBUG|TRACE|"
                    + "fatal|panic|critical|crit|emerg|severe|error|warning|warn|info|notice|debug|trace|Error|Warning|Note|Info)(?![\\w/.-])");
    private static final Pattern KLOG = Pattern.compile("^([FEWI])\\d{4} \\d\\d:");

    static Severity of(String line) {
        Matcher klog = KLOG.matcher(line);
        if (klog.find()) {
            return named(klog.group(1));
        }
        Matcher field = FIELD.matcher(line);
        if (field.find()) {
            return named(field.group(1));
        }
        Matcher word = WORD.matcher(line.length() > HEAD ? line.substring(0, HEAD) : line);
        return word.find() ? named(word.group(1)) : UNTOLD;
    }

    private static Severity named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "fatal", "panic", "critical", "crit", "emerg", "emergency", "alert", "f", "60" -> FATAL;
            case "severe", "error", "err", "e", "50" -> ERROR;
            case "warning", "warn", "w", "40" -> WARNING;
            case "info", "information", "informational", "notice", "note", "debug", "trace", "i", "10", "20", "30" ->
                INFORMATION;
            default -> UNTOLD;
        };
    }

    boolean isWorseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
