package io.kubilitics.gateway.bundle.read;

import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which files a path means. Links inside a folder are not followed: a bundle may come from a stranger.
 *
 * @param root what names of files are told relative to
 * @param objects the files of objects
 * @param bundle whether it is a bundle: its files have names that mean something
 * @param closed what may hold objects and cannot be looked into
 */
record Layout(Path root, List<Path> objects, boolean bundle, List<Walk.Closed> closed) {

    private static final List<String> OBJECTS = List.of("objects.yaml", "objects.yml", "objects.json");
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
    private static final int DEEPEST = 20;

    static Layout of(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NotABundle("there is no file or folder " + path);
        }
        if (!Files.isDirectory(path)) {
            Path parent = path.toAbsolutePath().getParent();
            return new Layout(parent == null ? path : parent, List.of(path), false, List.of());
        }
        List<Path> objects =
                OBJECTS.stream().map(path::resolve).filter(Layout::isFile).toList();
        if (!objects.isEmpty() || isFile(path.resolve("incident.yaml"))) {
            return new Layout(path, objects, true, List.of());
        }
        refuseSeveral(path);
        Walk walk = Walk.below(path, DEEPEST);
        return new Layout(
                path, walk.files().stream().filter(Layout::mayHoldObjects).toList(), false, walk.closed());
    }

    private static void refuseSeveral(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            boolean several = inside.anyMatch(
                    child -> OBJECTS.stream().map(child::resolve).anyMatch(Layout::isFile));
            if (several) {
                throw new NotABundle("%s holds bundles and is none itself: name them, as in %s/*"
                        .formatted(folder, folder.toString().replaceAll("/$", "")));
            }
        }
    }

    /** {@code logs/<namespace>/<pod>/<container>.log} */
    Map<OfLogs, Path> logs(Problems problems) throws IOException {
        Path logs = root.resolve("logs");
        if (!bundle || !Files.isDirectory(logs, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        Map<OfLogs, Path> found = new HashMap<>();
        Walk walk = Walk.below(logs, 3);
        walk.closed().forEach(closed -> problems.unreadable(name(closed.path()), closed.why()));
        for (Path file : walk.files()) {
            Path parts = logs.relativize(file);
            if (parts.getNameCount() == 3 && parts.toString().endsWith(".log")) {
                found.put(
                        LogFiles.probe(
                                parts.getName(0).toString(),
                                parts.getName(1).toString(),
                                parts.getName(2).toString()),
                        file);
            }
        }
        return found;
    }

    String name(Path file) {
        Path absolute = file.toAbsolutePath();
        Path base = root.toAbsolutePath();
        return absolute.startsWith(base) ? base.relativize(absolute).toString() : file.toString();
    }

    static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean mayHoldObjects(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
