package io.kubilitics.cli;

import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what cannot be understood and what was probably meant, instead of printing the whole help. */
final class WrongUsageAnswer implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        command.getErr().println("kubilitics: " + complaint(wrong) + "; see '" + help + "'");
        return ExitCode.WRONG_USAGE.status();
    }

    private static String complaint(ParameterException wrong) {
        return wrong instanceof UnmatchedArgumentException unknown
                ? "unknown " + what(unknown) + nearest(unknown)
                : String.valueOf(wrong.getMessage());
    }

    private static String what(UnmatchedArgumentException unknown) {
        String argument = "'" + unknown.getUnmatched().getFirst() + "'";
        if (unknown.isUnknownOption()) {
            return "option " + argument;
        }
        boolean hasCommands = !unknown.getCommandLine().getSubcommands().isEmpty();
        return (hasCommands ? "command " : "argument ") + argument;
    }

    private static String nearest(UnmatchedArgumentException unknown) {
        var suggestions = unknown.getSuggestions();
        return suggestions.isEmpty() ? "" : ", did you mean '" + suggestions.getFirst() + "'?";
    }
}
