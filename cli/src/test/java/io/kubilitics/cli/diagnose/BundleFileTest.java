package io.kubilitics.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubilitics.cli.CliFault;
import io.kubilitics.gateway.bundle.read.BundleReader;
import io.kubilitics.gateway.bundle.write.Recorder;
import io.kubilitics.gateway.bundle.write.Recording;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.Investigator;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Scene;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFileTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void isWrittenForItsOwnerAloneAndNothingElseIsLeft() throws IOException {
        Path path = folder.resolve("shop.zip");

        save(path, false);

        assertThat(new BundleReader(() -> NOW).read(path).world().listed(Kind.POD))
                .isTrue();
        assertThat(err.toString())
                .startsWith("kubilitics: %s: 0 objects, 0 logs, 1 KiB, without secrets;".formatted(path))
                .contains("kubilitics diagnose " + path);
        assertThat(folder).isDirectoryContaining(path::equals);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
        assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"),
                "rights of files are told otherwise here");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void takesThePlaceOfAnotherOnlyWhenTold() throws IOException {
        Path path = Files.writeString(folder.resolve("shop.zip"), "precious");

        assertThatThrownBy(() -> save(path, false))
                .isInstanceOf(CliFault.class)
                .hasMessage("%s exists: name another file, or add --force to write over it", path);
        assertThat(path).hasContent("precious");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }

        save(path, true);
        assertThat(Files.readAllBytes(path)).startsWith('P', 'K');
    }

    @Test
    void refusesWhatCannotBeWrittenBeforeAnythingIsLookedAt() {
        assertThatThrownBy(() -> file(folder, true).refuseToOverwrite())
                .hasMessage("%s is a folder: name a file in it", folder);
        assertThatThrownBy(() -> file(folder.resolve("no/shop.zip"), false).refuseToOverwrite())
                .hasMessage("there is no folder %s to write to", folder.resolve("no"));
    }

    private void save(Path path, boolean force) throws IOException {
        World world = World.empty().apply(new Observation.Listed(Kind.POD));
        Recorder logs = new Recorder(LogSource.none(), line -> line);
        var steps = Investigator.investigate(Catalogue.full(), Scene.live(world, logs, NOW), new Scope.Everything());
        file(path, force).write(new Recording("cluster", steps, world, logs, NOW), (text, _) -> text);
    }

    private BundleFile file(Path path, boolean force) {
        return new BundleFile(path, force, new PrintWriter(err, true));
    }
}
