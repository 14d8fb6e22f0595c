package io.kubilitics.gateway.bundle.read;

import io.kubilitics.gateway.bundle.text.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** A folder that was packed into one file. Nothing is unpacked to disk, so names in it lead nowhere else. */
record Archive(FileSystem inside) implements AutoCloseable {

    private static final byte[] SIGN = {'P', 'K', 3, 4};

    /** Told by its first bytes: names of files mean nothing. */
    static boolean is(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(SIGN.length), SIGN);
        }
    }

    static Archive open(Path path, Limits limits) throws IOException {
        if (Files.size(path) > limits.bundleBytes()) {
            throw new NotABundle("%s is larger than %s".formatted(path, Limits.text(limits.bundleBytes())));
        }
        try {
            return new Archive(FileSystems.newFileSystem(path));
        } catch (ZipException broken) {
            throw new NotABundle(
                    "%s begins like a packed bundle and is none, or not all of it: copy it anew".formatted(path));
        }
    }

    /** What was packed, be it the content of a folder or the folder itself. */
    Path root() throws IOException {
        Path top = inside.getPath("/");
        try (Stream<Path> children = Files.list(top)) {
            List<Path> first = children.limit(2).toList();
            return first.size() == 1 && Files.isDirectory(first.getFirst()) ? first.getFirst() : top;
        }
    }

    @Override
    public void close() throws IOException {
        inside.close();
    }
}
