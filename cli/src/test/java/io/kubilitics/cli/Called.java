package io.kubilitics.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What one call of the command answered. */
public record Called(int status, String out, String err) {

    public static Called with(String... arguments) {
        return on(Main.commandLine(), arguments);
    }

    static Called on(CommandLine command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status = command.execute(arguments);
        return new Called(status, out.toString(), err.toString());
    }
}
