package io.kubilitics.e2e.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The code of each module, by the folder it lies in: a fence sees packages, and would take what another module puts into a room's
 * package for the room's own.
 */
record Trees(Path root) {

    /** The second knows what was generated, and what a source file says of itself, wherever it lies. */
    private static final List<String> FOLDERS = List.of("src/main/java", "target/classes");

    List<String> complaints() {
        return Poms.below(root).rooms().stream()
                .flatMap(this::strangers)
                .sorted()
                .toList();
    }

    private Stream<String> strangers(Room room) {
        return FOLDERS.stream()
                .map(root.resolve(room.module())::resolve)
                .flatMap(folder -> strangers(room, folder))
                .map(file -> root.relativize(file) + " is not in " + room.packageName());
    }

    private static Stream<Path> strangers(Room room, Path folder) {
        Path home = folder.resolve(room.packageName().replace('.', '/'));
        return code(folder).filter(file -> !file.startsWith(home));
    }

    private static Stream<Path> code(Path folder) {
        if (!Files.exists(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Trees::isCode).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isCode(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".class");
    }
}
