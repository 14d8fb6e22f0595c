package io.kubilitics.cli.cluster.machine;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells a person what is going on: one line a step with its seconds, redrawn while it lasts when a terminal looks on. */
public final class Progress {

    private static final int PLAIN_LINE_EVERY_SECONDS = 30;

    private final PrintStream out;
    private final boolean terminal;
    private String doing = "";
    private long since;
    private long lastLine;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On standard error, so that standard output stays the command's own. */
    public static Progress onStandardError() {
        return new Progress(
                System.err,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    public void during(String what, Runnable work) {
        during(what, () -> {
            work.run();
            return what;
        });
    }

    public <T> T during(String what, Supplier<T> work) {
        doing = what;
        since = System.nanoTime();
        lastLine = since;
        if (terminal) {
            out.print("  " + what + " …");
            out.flush();
        }
        T result = work.get();
        out.printf(Locale.ROOT, "%s  %-44s %6.1f s%n", erase(), what, seconds(since));
        return result;
    }

    /** How far the current step is. */
    public void at(String detail) {
        if (terminal) {
            out.printf(Locale.ROOT, "%s  %s: %s (%.0f s) …", erase(), doing, detail, seconds(since));
            out.flush();
        } else if (seconds(lastLine) >= PLAIN_LINE_EVERY_SECONDS) {
            lastLine = System.nanoTime();
            out.printf(Locale.ROOT, "  %s: %s (%.0f s)%n", doing, detail, seconds(since));
        }
    }

    public void say(String line) {
        out.println(erase() + line);
    }

    private String erase() {
        return terminal ? "\r\033[2K" : "";
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}
