package io.kubilitics.cli.cluster;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.cluster.machine.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while a cluster is started, grown or ended: only one command at a time may. Freed with its process, however that ends. */
final class ClusterLock {

    /** A command that was just stopped still needs a moment to end. */
    private static final int PATIENCE_MILLIS = 5_000;

    private ClusterLock() {}

    static void holding(ClusterHome home, Runnable work) {
        Path file = home.lock();
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (!Waiting.until(PATIENCE_MILLIS, () -> locked(channel))) {
                    throw CliFault.failed(
                            "another command is starting or ending cluster '%s': wait for it".formatted(home.name()));
                }
                work.run();
            }
        } catch (IOException unwritable) {
            throw CliFault.unreachable(
                    "cannot write to %s (%s): set KUBILITICS_CACHE to a folder that you may write to"
                            .formatted(file.getParent(), unwritable.getClass().getSimpleName()),
                    unwritable);
        }
    }

    private static boolean locked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
