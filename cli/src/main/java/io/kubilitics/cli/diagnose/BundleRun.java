package io.kubilitics.cli.diagnose;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.ExitCode;
import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.read.BundleReader;
import io.kubilitics.gateway.bundle.read.NotABundle;
import io.kubilitics.gateway.offline.OfflineBrain;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.report.Json;
import io.kubilitics.reasoning.report.Page;
import io.kubilitics.reasoning.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Diagnoses bundles one after the other, holding one at a time.
 *
 * @param out where answers go that are not written to a folder
 * @param err where progress and warnings go
 */
record BundleRun(Optional<String> namespace, Answers answers, PrintWriter out, PrintWriter err) {

    /** Standard input. */
    static final String STDIN = "-";

    /** How answers are written: as JSON or text, to a folder or not. */
    record Answers(boolean json, Optional<Path> folder) {}

    ExitCode run(List<String> paths) throws IOException {
        answers.folder().ifPresent(_ -> refuseSameNames(paths));
        refuseMissing(paths);
        Map<String, Integer> statuses = new TreeMap<>();
        SlowWork progress = SlowWork.toldTo(err);
        for (int i = 0; i < paths.size(); i++) {
            progress.at(i, paths.size(), "bundles");
            Report report = diagnose(paths.get(i));
            statuses.merge(report.status(), 1, Integer::sum);
            write(paths.get(i), report);
        }
        progress.end();
        answers.folder().ifPresent(folder -> err.printf("%s: %s%n", folder, summary(statuses)));
        return statuses.keySet().equals(Set.of("healthy")) ? ExitCode.FINE : ExitCode.FAILED;
    }

    private Report diagnose(String path) throws IOException {
        try {
            BundleReader reader = new BundleReader(InstantSource.system());
            Bundle bundle = path.equals(STDIN) ? reader.read(name(path), System.in) : reader.read(Path.of(path));
            bundle.problems().forEach(problem -> err.println("kubilitics: " + bundleWord(path) + problem));
            OfflineBrain brain = new OfflineBrain(Catalogue.full());
            return namespace
                    .map(name -> brain.diagnose(bundle, new Scope.InNamespace(name)))
                    .orElseGet(() -> brain.diagnose(bundle));
        } catch (NotABundle strange) {
            throw CliFault.wrongUsage(strange.sentence());
        }
    }

    private static String bundleWord(String path) {
        return path.equals(STDIN) ? "" : name(path) + ": ";
    }

    private void write(String path, Report report) throws IOException {
        if (answers.folder().isPresent()) {
            Path folder = Files.createDirectories(answers.folder().get());
            Files.writeString(folder.resolve(name(path) + ".json"), Json.pretty(report) + System.lineSeparator());
        } else {
            out.print(answers.json() ? Json.pretty(report) + System.lineSeparator() : Page.of(report));
            out.flush();
        }
    }

    private static String name(String path) {
        return path.equals(STDIN) ? "stdin" : BundleReader.name(Path.of(path));
    }

    /** Before an hour of work, not after it. */
    private static void refuseMissing(List<String> paths) {
        for (String path : paths) {
            if (!path.equals(STDIN) && !Files.exists(Path.of(path))) {
                throw CliFault.wrongUsage("there is no file or folder " + path);
            }
        }
    }

    private static void refuseSameNames(List<String> paths) {
        Set<String> names = new HashSet<>();
        for (String path : paths) {
            if (!names.add(name(path))) {
                throw CliFault.wrongUsage(
                        "two of the paths are called '%s': their answers would be one file".formatted(name(path)));
            }
        }
    }

    private static String summary(Map<String, Integer> statuses) {
        return String.join(
                ", ",
                statuses.entrySet().stream()
                        .map(status -> status.getValue() + " " + status.getKey())
                        .toList());
    }
}
