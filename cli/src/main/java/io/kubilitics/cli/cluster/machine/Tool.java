package io.kubilitics.cli.cluster.machine;

import io.kubilitics.cli.CliFault;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Another program, run to its end. What it printed is the answer; a failure names the program and its last words. */
public final class Tool {

    /** What a finished program left behind: exit status, standard output, standard error. */
    public record Answer(int status, String out, String err) {
        public boolean fine() {
            return status == 0;
        }

        public String lastWords() {
            String words = err.isBlank() ? out : err;
            return words.isBlank() ? "it said nothing" : words.strip().lines().reduce("", (_, last) -> last);
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Tool() {}

    /** Runs a program that must succeed and returns what it printed. */
    public static String run(List<String> command) {
        return run(command, "");
    }

    public static String run(List<String> command, String input) {
        Answer answer = tryRun(command, input);
        if (!answer.fine()) {
            throw CliFault.failed(
                    "%s failed with status %d: %s".formatted(named(command), answer.status(), answer.lastWords()));
        }
        return answer.out();
    }

    public static String run(String... command) {
        return run(Arrays.asList(command));
    }

    /** Runs a program whose failure is an answer too. */
    public static Answer tryRun(List<String> command, String input) {
        try {
            // Files instead of pipes: a program that prints much before it reads its input cannot block us.
            Path out = Files.createTempFile("kubilitics", ".out");
            Path err = Files.createTempFile("kubilitics", ".err");
            Path in = Files.writeString(Files.createTempFile("kubilitics", ".in"), input);
            try {
                Process process = new ProcessBuilder(command)
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                return new Answer(statusOf(process, command), Files.readString(out), Files.readString(err));
            } finally {
                List.of(out, err, in).forEach(Folders::delete);
            }
        } catch (IOException cannotStart) {
            throw CliFault.unreachable(
                    "%s cannot be run: %s".formatted(command.getFirst(), cannotStart.getMessage()), cannotStart);
        }
    }

    private static int statusOf(Process process, List<String> command) {
        try {
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw CliFault.failed("%s did not answer within %d s".formatted(named(command), PATIENCE.toSeconds()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CliFault.failed("interrupted while waiting for " + named(command), interrupted);
        }
    }

    /** Where a program of this name is, on the PATH or in the folders given. */
    public static Optional<Path> find(String program, String... moreFolders) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Pattern.compile(File.pathSeparator).splitAsStream(path), Arrays.stream(moreFolders))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The last lines of a log, for a failure message. */
    public static String tail(Path log, int lines) {
        try (Stream<String> all = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            List<String> kept = all.toList();
            return String.join("\n", kept.subList(Math.max(0, kept.size() - lines), kept.size()));
        } catch (IOException | UncheckedIOException unreadable) {
            return "(" + log + " cannot be read)";
        }
    }

    /** The program and its first words, without the wrapper that puts it into a namespace. */
    private static String named(List<String> command) {
        List<String> own = command.getFirst().equals("nsenter")
                ? command.stream()
                        .skip(1)
                        .dropWhile(word -> word.startsWith("--"))
                        .toList()
                : command;
        String program = Path.of(own.getFirst()).getFileName().toString();
        return String.join(
                " ",
                Stream.concat(Stream.of(program), own.stream().skip(1).limit(4)).toList());
    }
}
