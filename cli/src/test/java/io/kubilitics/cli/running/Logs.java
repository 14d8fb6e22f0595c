package io.kubilitics.cli.running;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what is hard to write down. */
final class Logs {

    private Logs() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            Logging.verbose();
        }
        Logger log = LoggerFactory.getLogger(Logs.class);
        log.atDebug().log("a detail");
        log.atWarn()
                .addKeyValue("kind", "Pod")
                .addKeyValue("said", "a \"quoted\" word,\na new line, a \\, a tab\t and \u0007 a bell ü")
                .addKeyValue("nothing", new RuntimeException().getMessage())
                .log("something that needs care");
        log.atError()
                .setCause(new IllegalStateException("outer", new RuntimeException("inner\nline")))
                .log("a failure");
    }
}
