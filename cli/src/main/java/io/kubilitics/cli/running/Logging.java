package io.kubilitics.cli.running;

/**
 * Settings that {@code logback.xml} reads. They count only before the first logger is made: no class that is loaded to read the
 * command line may have one.
 */
public final class Logging {

    static final String FORMAT = "KUBILITICS_LOG_FORMAT";
    private static final String LEVEL = "KUBILITICS_LOG_LEVEL";
    private static final String STACK = "KUBILITICS_LOG_STACK";

    private Logging() {}

    /** Everything we have to say, and where a failure came from. */
    public static void verbose() {
        System.setProperty(LEVEL, "DEBUG");
        System.setProperty(STACK, "ex");
    }

    /** Who runs on tells what happens, not only what goes wrong. */
    static void runningOn(String format) {
        System.setProperty(FORMAT, format);
        if (System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, "INFO");
        }
    }
}
