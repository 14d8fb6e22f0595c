package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.graph.Spelling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Words in the place of PATHs that are no files: a COMMAND that was mistyped is taken for a PATH.
 *
 * @param commands those that there are
 */
record Misplaced(Collection<String> commands) {

    private static final int MISTYPED = 2;

    void refuse(List<String> paths) {
        paths.stream()
                .filter(path -> !path.equals("-") && !Files.exists(Path.of(path)))
                .findFirst()
                .ifPresent(this::refuse);
    }

    private void refuse(String word) {
        near(word).ifPresent(command -> {
            throw CliFault.wrongUsage(
                    "'%s' is neither a command nor a file or folder, did you mean '%s'? The PATH comes first: kubilitics world PATH %s …"
                            .formatted(word, command, command));
        });
    }

    /** Of a short word most letters must be right. */
    private Optional<String> near(String word) {
        return commands.stream()
                .filter(command -> Spelling.distance(word, command) <= Math.min(MISTYPED, word.length() / 2))
                .min(Comparator.<String>comparingInt(command -> Spelling.distance(word, command))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
