package io.kubilitics.cli.cluster;

import io.kubilitics.cli.CliFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while a cluster is started, grown or ended: only one command at a time may. Freed with its process, however that ends. */
final class ClusterLock {

    private ClusterLock() {}

    static void holding(ClusterHome home, Runnable work) {
        Path file = home.folder().resolveSibling(home.name() + ".lock");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (!locked(channel)) {
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

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
