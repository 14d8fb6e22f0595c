package io.kubilitics.cli.cluster;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.cluster.machine.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The cgroup (v1, one folder in each hierarchy) below which all pods of a real node live. */
record Cgroups(String name) {

    private static final List<String> HIERARCHIES =
            List.of("cpu", "cpuacct", "cpuset", "memory", "devices", "freezer", "blkio", "pids", "systemd");
    private static final int PATIENCE_MILLIS = 5_000;

    void create() {
        try {
            for (String hierarchy : HIERARCHIES) {
                Path parent = Path.of("/sys/fs/cgroup", hierarchy);
                if (Files.isDirectory(parent)) {
                    Files.createDirectories(parent.resolve(name));
                }
            }
            // A new cpuset is empty and takes no process until it is told its share.
            for (String file : List.of("cpuset.cpus", "cpuset.mems")) {
                Path parent = Path.of("/sys/fs/cgroup/cpuset");
                if (Files.isDirectory(parent)) {
                    Files.writeString(parent.resolve(name).resolve(file), Files.readString(parent.resolve(file)));
                }
            }
        } catch (IOException refused) {
            throw CliFault.unreachable("cgroups cannot be made below /sys/fs/cgroup: " + refused.getMessage(), refused);
        }
    }

    /** Ends every process of every pod, then takes the cgroups away. */
    void remove() {
        Waiting.until(PATIENCE_MILLIS, () -> {
            List<Long> pids =
                    folders("memory").stream().flatMap(Cgroups::processes).toList();
            pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            return pids.isEmpty();
        });
        // The runtime may have made it in further hierarchies than we did.
        Waiting.until(
                PATIENCE_MILLIS,
                () -> hierarchies().stream()
                        .flatMap(hierarchy -> folders(hierarchy).stream())
                        .allMatch(folder -> folder.toFile().delete()));
    }

    private static List<String> hierarchies() {
        String[] names = Path.of("/sys/fs/cgroup").toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    /** Deepest first. */
    private List<Path> folders(String hierarchy) {
        Path top = Path.of("/sys/fs/cgroup", hierarchy, name);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException | UncheckedIOException vanished) {
            return List.of();
        }
    }

    private static Stream<Long> processes(Path folder) {
        try {
            return Files.readAllLines(folder.resolve("cgroup.procs")).stream().map(Long::parseLong);
        } catch (IOException vanished) {
            return Stream.empty();
        }
    }
}
