package io.kubilitics.cli.running;

import picocli.CommandLine.Option;

/** How a command that runs on writes its log, to standard error. */
public final class LogOptions {

    private enum Format {
        text,
        json
    }

    @Option(
            names = "--log-format",
            defaultValue = "${env:" + Logging.FORMAT + ":-text}",
            paramLabel = "FORMAT",
            description = "Log for people (text) or for programs (json, an object a line). Default: ${DEFAULT-VALUE},"
                    + " or what " + Logging.FORMAT + " says.")
    private Format format;

    /** To be called before anything is opened. */
    public void apply() {
        Logging.runningOn(format.name());
    }
}
