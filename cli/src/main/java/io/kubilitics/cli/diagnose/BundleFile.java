package io.kubilitics.cli.diagnose;

import io.kubilitics.cli.CliFault;
import io.kubilitics.gateway.bundle.write.BundleWriter;
import io.kubilitics.gateway.bundle.write.Recording;
import io.kubilitics.graph.facts.Resource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The file that a live diagnosis is recorded in: whole or not there at all, and for its owner alone.
 *
 * @param force whether it may take the place of another
 * @param err where progress and the result are told
 */
record BundleFile(Path path, boolean force, PrintWriter err) {

    /** Before the cluster is looked at, not after it. */
    void refuseToOverwrite() {
        if (Files.isDirectory(path)) {
            throw CliFault.wrongUsage("%s is a folder: name a file in it".formatted(path));
        }
        if (!Files.isDirectory(folder())) {
            throw CliFault.wrongUsage("there is no folder %s to write to".formatted(folder()));
        }
        if (Files.exists(path) && !force) {
            throw CliFault.wrongUsage("%s exists: name another file, or add --force to write over it".formatted(path));
        }
    }

    private Path folder() {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    /**
     * Writes and says so.
     *
     * @param withoutSecrets a text without what is known to be secret, but for names of objects
     */
    void write(Recording recording, BiFunction<String, Set<String>, String> withoutSecrets) throws IOException {
        Set<String> names = names(recording);
        SlowWork progress = SlowWork.toldTo(err);
        BundleWriter writer = new BundleWriter(
                recording,
                text -> withoutSecrets.apply(text, names),
                (done, of) -> progress.at(done, of, "objects written"));
        Path unfinished = Files.createTempFile(folder(), "." + path.getFileName(), ".part", forOwner());
        try {
            writeTo(unfinished, writer);
            refuseToOverwrite();
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (BundleWriter.TooLarge large) {
            throw CliFault.failed(
                    "%s was not written: %s; name a --namespace".formatted(path, large.getMessage()), large);
        } finally {
            progress.end();
            Files.deleteIfExists(unfinished);
        }
        err.printf(
                Locale.ROOT,
                "kubilitics: %s: %d objects, %d logs, %,d KiB, without secrets; the same answer comes from: kubilitics diagnose %s%n",
                path,
                recording.objects(),
                recording.logsRead(),
                Math.ceilDiv(Files.size(path), 1024),
                path);
        err.flush();
    }

    /** A move may come before what was moved is on the disk. */
    private static void writeTo(Path file, BundleWriter writer) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            writer.write(out);
            out.flush();
            channel.force(true);
        }
    }

    private static Set<String> names(Recording recording) {
        Set<String> names = new HashSet<>();
        recording.world().all().map(Resource::ref).forEach(ref -> {
            names.add(ref.name());
            names.add(ref.namespace());
        });
        return names;
    }

    private FileAttribute<?>[] forOwner() {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[] {};
    }
}
