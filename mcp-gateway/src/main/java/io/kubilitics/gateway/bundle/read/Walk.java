package io.kubilitics.gateway.bundle.read;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All files below a folder, by name; what cannot be looked into is remembered, and the rest still found. */
final class Walk extends SimpleFileVisitor<Path> {

    private final List<Path> files = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();

    /** What would be worth a look, were it no link. */
    private static final Pattern TELLING = Pattern.compile("(?i).*\\.(?:ya?ml|json|log)");

    /** Something that is not opened. */
    record Closed(Path path, IOException why) {}

    /** It could be opened, and is not. */
    static final class Passed extends IOException {

        private static final long serialVersionUID = 1;

        private Passed(String says) {
            super(says);
        }
    }

    static Walk below(Path folder, int depth) throws IOException {
        Walk walk = new Walk();
        Files.walkFileTree(folder, Set.of(), depth, walk);
        return walk;
    }

    List<Path> files() {
        return files.stream().sorted().toList();
    }

    List<Closed> closed() {
        return List.copyOf(closed);
    }

    /** Neither links nor folders that lie too deep. */
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            files.add(file);
        } else if (attributes.isDirectory()) {
            closed.add(new Closed(file, new Passed("lies too deep: name it to have it read")));
        } else if (attributes.isSymbolicLink()
                && TELLING.matcher(file.getFileName().toString()).matches()) {
            closed.add(new Closed(file, new Passed("is a link, which is not followed: name what it leads to")));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
        closed.add(new Closed(file, why));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
        if (why != null) {
            closed.add(new Closed(folder, why));
        }
        return FileVisitResult.CONTINUE;
    }
}
