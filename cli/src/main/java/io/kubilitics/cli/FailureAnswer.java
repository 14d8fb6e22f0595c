package io.kubilitics.cli;

import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns whatever a command throws into one sentence and an exit status; the stack trace is for those who ask for it. */
record FailureAnswer(BooleanSupplier verbose) implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        if (verbose.getAsBoolean()) {
            thrown.printStackTrace(command.getErr());
        }
        command.getErr().println("kubilitics: " + sentence(thrown));
        ExitCode exitCode = thrown instanceof CliFault fault ? fault.exitCode() : ExitCode.FAILED;
        return exitCode.status();
    }

    private String sentence(Exception thrown) {
        return switch (thrown) {
            case CliFault fault -> String.valueOf(fault.getMessage());
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            case FileSystemException denied -> "cannot use the file " + denied.getMessage();
            default -> "this should not have happened: " + thrown + hint();
        };
    }

    private String hint() {
        return verbose.getAsBoolean() ? "" : " (-v shows where)";
    }
}
