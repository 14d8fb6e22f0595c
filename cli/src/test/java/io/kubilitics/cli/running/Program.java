package io.kubilitics.cli.running;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A class with a main method, run in a process of its own. */
record Program(Process process) {

    static Program start(Class<?> main, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return new Program(builder.start());
    }

    /** Until this was written to standard output. */
    void awaitLine(String line) throws IOException {
        var out = process.inputReader(StandardCharsets.UTF_8);
        while (!line.equals(out.readLine())) {
            if (!process.isAlive() && !out.ready()) {
                throw new IllegalStateException("ended without saying " + line);
            }
        }
    }

    /** As a process manager ends it. */
    void terminate() {
        process.toHandle().destroy();
    }

    int exitWithin(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("still runs after " + patience);
        }
        return process.exitValue();
    }

    List<String> out() {
        return process.inputReader(StandardCharsets.UTF_8).lines().toList();
    }

    List<String> err() {
        return process.errorReader(StandardCharsets.UTF_8).lines().toList();
    }
}
