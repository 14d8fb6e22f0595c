package io.kubilitics.cli;

import org.jspecify.annotations.Nullable;

/** Ends a command with one sentence for a person: the place, what is wrong there, and the next step. */
public final class CliFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    private CliFault(ExitCode exitCode, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    public static CliFault failed(String sentence) {
        return new CliFault(ExitCode.FAILED, sentence, null);
    }

    public static CliFault failed(String sentence, Throwable cause) {
        return new CliFault(ExitCode.FAILED, sentence, cause);
    }

    public static CliFault wrongUsage(String sentence) {
        return new CliFault(ExitCode.WRONG_USAGE, sentence, null);
    }

    public static CliFault unreachable(String sentence) {
        return new CliFault(ExitCode.UNREACHABLE, sentence, null);
    }

    public static CliFault unreachable(String sentence, Throwable cause) {
        return new CliFault(ExitCode.UNREACHABLE, sentence, cause);
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
