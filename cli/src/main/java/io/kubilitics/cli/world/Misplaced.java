package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
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
                .filter(command -> distance(word, command) <= Math.min(MISTYPED, word.length() / 2))
                .min(Comparator.<String>comparingInt(command -> distance(word, command))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters must be put in, left out or changed. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
