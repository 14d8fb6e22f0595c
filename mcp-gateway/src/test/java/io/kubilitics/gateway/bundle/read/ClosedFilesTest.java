package io.kubilitics.gateway.bundle.read;

import static io.kubilitics.gateway.bundle.read.Cases.NAMESPACES;
import static io.kubilitics.gateway.bundle.read.Cases.configMap;
import static io.kubilitics.gateway.bundle.read.Cases.read;
import static io.kubilitics.gateway.bundle.read.Cases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Completeness;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.gateway.bundle.text.Limits;
import io.kubilitics.graph.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be opened is named, with what to do about it; the rest is read. */
class ClosedFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsGoneByNowIsNamedAndTheRestIsRead() throws IOException {
        write(folder, "a.yaml", NAMESPACES + configMap("a", "x"));
        Problems problems = new Problems();
        Harvest harvest = new Harvest(false);
        ObjectFiles files = new ObjectFiles(Limits.USUAL, harvest, problems);

        files.read("gone.yaml", folder.resolve("gone.yaml"));
        files.read("a.yaml", folder.resolve("a.yaml"));

        assertThat(harvest.counts()).containsEntry(Kind.CONFIG_MAP, 1);
        assertThat(files.coverage(true)).isEqualTo(Completeness.NONE);
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly("gone.yaml: is no longer there: take it from the cluster again; left out");
    }

    @Test
    void aFolderThatIsClosedKeepsNobodyFromTheOthers() throws IOException {
        Walk walk = Walk.below(folder, 3);
        walk.visitFileFailed(folder.resolve("sub"), new AccessDeniedException("sub"));
        Problems problems = new Problems();
        ObjectFiles files = new ObjectFiles(Limits.USUAL, new Harvest(true), problems);

        walk.closed().forEach(closed -> files.closed("sub", closed.why()));

        assertThat(files.coverage(true)).isEqualTo(Completeness.NONE);
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly("sub: may not be read: give yourself the right to it, and try again; left out");
    }

    /** Whoever reads, and be it one who may read everything: no right opens a file that is damaged. */
    @Test
    void whatIsDamagedIsNamedAndTheRestIsRead() throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(archive())) {
            Bundle bundle = read(inside.getPath("/"));

            assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.CONFIG_MAP, 2));
            assertThat(bundle.objects().coverage()).isEqualTo(Completeness.NONE);
            assertThat(bundle.problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "sub/b.yaml: cannot be read: copy it anew, or take it from the cluster again; left out");
        }
    }

    /** Three files, of which the second cannot be unpacked. */
    private Path archive() throws IOException {
        Path archive = folder.resolve("case.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : List.of("a", "sub/b", "sub/c")) {
                out.putNextEntry(new ZipEntry(name + ".yaml"));
                out.write(configMap(name.substring(name.length() - 1), "x").getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        byte[] bytes = Files.readAllBytes(archive);
        String damaged = "sub/b.yaml";
        // No block of packed data begins so.
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(damaged) + damaged.length()] = (byte) 0xff;
        return Files.write(archive, bytes);
    }

    /** Not for who may read everything; that one is asked for in {@link #whatIsDamagedIsNamedAndTheRestIsRead}. */
    @Test
    void whatNobodyMayReadIsLeftOut() throws IOException {
        write(folder, "a.yaml", configMap("a", "x"));
        write(folder, "b.yaml", configMap("b", "x"));
        write(Files.createDirectories(folder.resolve("sub")), "c.yaml", configMap("c", "x"));
        for (String name : List.of("b.yaml", "sub")) {
            Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("---------"));
        }
        try {
            assumeFalse(Files.isReadable(folder.resolve("b.yaml")));
            Bundle bundle = read(folder);

            assertThat(bundle.objects().counts()).isEqualTo(Map.of(Kind.CONFIG_MAP, 1));
            assertThat(bundle.problems())
                    .hasSize(2)
                    .allSatisfy(problem ->
                            assertThat(problem.toString()).contains("may not be read: give yourself the right"));
        } finally {
            Files.setPosixFilePermissions(folder.resolve("sub"), PosixFilePermissions.fromString("rwx------"));
        }
    }
}
