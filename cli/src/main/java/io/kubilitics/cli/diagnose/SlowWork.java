package io.kubilitics.cli.diagnose;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Says how far a long piece of work is; of a short one nothing. */
public final class SlowWork {

    private static final double QUIET_SECONDS = 2;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long began;
    private double next = QUIET_SECONDS;
    private boolean shown;

    SlowWork(PrintWriter out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** Redrawn where a person looks on. */
    public static SlowWork toldTo(PrintWriter out) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new SlowWork(out, terminal, System::nanoTime);
    }

    /** Redrawn each second where somebody looks on, otherwise a line now and then. */
    public void at(int done, int of, String what) {
        double seconds = (nanos.getAsLong() - began) / 1e9;
        if (seconds < next) {
            return;
        }
        next = seconds + (terminal ? 1 : 10);
        shown = true;
        out.printf(
                Locale.ROOT,
                terminal ? "\r\033[2K  %d of %d %s (%.0f s)" : "  %d of %d %s (%.0f s)%n",
                done,
                of,
                what,
                seconds);
        out.flush();
    }

    /** Leaves the line clean. */
    public void end() {
        if (terminal && shown) {
            out.print("\r\033[2K");
            out.flush();
        }
    }
}
