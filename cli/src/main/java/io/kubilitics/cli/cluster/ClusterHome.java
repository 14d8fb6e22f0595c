package io.kubilitics.cli.cluster;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.cluster.build.Binaries;
import io.kubilitics.cli.cluster.machine.Folders;
import io.kubilitics.cli.cluster.machine.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of one cluster on this machine and what lies where in it. */
record ClusterHome(String name, Path folder) {

    static final String DEFAULT = "lab";

    /** Also ends up in names of network links, which are short. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");

    static ClusterHome of(String name, Binaries binaries) {
        if (!NAME.matcher(name).matches()) {
            throw CliFault.wrongUsage(
                    "'%s' is no name for a cluster: take up to 20 small letters, digits and dashes,".formatted(name)
                            + " the first a letter");
        }
        return new ClusterHome(name, binaries.cache().resolve("clusters").resolve(name));
    }

    Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    Path pki() {
        return folder.resolve("pki");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path auditLog() {
        return logs().resolve("audit.log");
    }

    Path node() {
        return folder.resolve("node");
    }

    /** Beside the folder, which comes and goes. */
    Path lock() {
        return folder.resolveSibling(name + ".lock");
    }

    Path settings() {
        return folder.resolve("cluster.json");
    }

    /** Makes the folder, for its owner alone: it holds keys. */
    void create() {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException unwritable) {
            throw CliFault.unreachable("cannot write to " + folder, unwritable);
        }
    }

    /** Whether a start left anything here that only its end takes away. */
    boolean begun() {
        return Files.exists(settings());
    }

    /** A command for this very cluster, as a person would type it. */
    String command(String verb) {
        return "kubilitics cluster " + verb + (name.equals(DEFAULT) ? "" : " --name " + name);
    }

    Processes processes() {
        return new Processes(folder, logs());
    }

    void deleteAllButLogs() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> parts = Files.list(folder)) {
            parts.filter(part -> !part.equals(logs())).forEach(Folders::delete);
        } catch (IOException undeletable) {
            throw CliFault.failed("cannot clear " + folder + ": " + undeletable.getMessage(), undeletable);
        }
    }

    Path write(String file, String content) {
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            return Files.writeString(target, content);
        } catch (IOException unwritable) {
            throw CliFault.failed("cannot write to " + folder + ": " + unwritable.getMessage(), unwritable);
        }
    }
}
