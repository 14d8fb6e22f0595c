package io.kubilitics.cli.cluster.build;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.cluster.machine.Folders;
import io.kubilitics.cli.cluster.machine.Progress;
import io.kubilitics.cli.cluster.machine.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds all binaries with the machine's Go into a folder that appears only when it is complete. */
final class GoBuild {

    private static final int LAST_WORDS = 8;

    private final Path target;

    GoBuild(Path target) {
        this.target = target;
    }

    /** What decides, beside the sources, what comes out. */
    static String flags() {
        String version = Pins.kubernetesVersion();
        String minor = version.replaceFirst("v1\\.(\\d+)\\..*", "$1");
        StringBuilder linker = new StringBuilder("-s -w");
        for (String owner : List.of("k8s.io/component-base/version", "k8s.io/client-go/pkg/version")) {
            linker.append(" -X %s.gitVersion=%s -X %s.gitMajor=1 -X %s.gitMinor=%s"
                    .formatted(owner, version, owner, owner, minor));
            linker.append(" -X %s.gitTreeState=clean -X %s.gitCommit=module-proxy".formatted(owner, owner));
            linker.append(" -X %s.buildDate=1970-01-01T00:00:00Z".formatted(owner));
        }
        return linker.toString();
    }

    void run(Progress progress) {
        String go = Tool.find("go", "/usr/local/go/bin", "/usr/lib/go/bin")
                .orElseThrow(
                        () -> CliFault.unreachable(
                                "the test cluster is built from source and Go is not installed: install Go 1.26 or newer"
                                        + " and put it on the PATH, or set KUBEBUILDER_ASSETS to a folder that holds the binaries"))
                .toString();
        try {
            Files.createDirectories(target.getParent());
            Path lock = target.resolveSibling(target.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock(channel, progress)) {
                if (held.isValid() && !complete()) {
                    build(go, progress);
                }
            }
        } catch (IOException unwritable) {
            throw CliFault.failed("cannot write to " + target + ": " + unwritable.getMessage(), unwritable);
        }
    }

    private boolean complete() {
        return Binary.all().stream().allMatch(binary -> Files.isExecutable(target.resolve(binary.file())));
    }

    private static FileLock lock(FileChannel channel, Progress progress) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock == null) {
            progress.say("another build is under way; waiting for it");
            lock = channel.lock();
        }
        return lock;
    }

    private void build(String go, Progress progress) throws IOException {
        Path sources = Files.createTempDirectory("kubilitics-cluster");
        Path partial = Files.createTempDirectory(target.getParent(), target.getFileName() + ".partial-");
        try {
            Pins.unpackInto(sources);
            List<String> packages = Binary.all().stream().map(Binary::goPackage).toList();
            List<String> list = new ArrayList<>(List.of(go, "list", "-deps", "-f", "{{.ImportPath}}"));
            list.addAll(packages);
            int all = progress.during(
                    "fetch sources", () -> follow(list, sources, new Counter(progress, "packages known", 0)));
            List<String> build = new ArrayList<>(List.of(go, "build", "-v", "-ldflags", flags(), "-o", partial + "/"));
            build.addAll(packages);
            progress.during("compile", () -> follow(build, sources, new Counter(progress, "packages compiled", all)));
            for (Binary binary : Binary.all()) {
                Files.move(
                        partial.resolve(binary.builtAs()),
                        partial.resolve(binary.file()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Folders.delete(target);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(sources);
            Folders.delete(partial);
        }
    }

    /** Counts the lines a long command prints; only what it did not finish is shown. */
    private record Counter(Progress progress, String unit, int of) {
        void at(int count) {
            progress.at(of == 0 ? "%d %s".formatted(count, unit) : "%d of at most %d %s".formatted(count, of, unit));
        }
    }

    private static int follow(List<String> command, Path folder, Counter counter) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("CGO_ENABLED", "0");
        builder.environment().put("GOFLAGS", "-mod=readonly -trimpath -buildvcs=false");
        builder.environment().put("GOWORK", "off");
        try {
            Process process = builder.start();
            Thread ender = Thread.ofPlatform().unstarted(process::destroy);
            Runtime.getRuntime().addShutdownHook(ender);
            Deque<String> last = new ArrayDeque<>();
            int lines = count(process, last, counter);
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(ender);
            if (status != 0) {
                throw CliFault.failed(
                        "%s %s failed:%n  %s".formatted(command.get(0), command.get(1), String.join("\n  ", last)));
            }
            return lines;
        } catch (IOException cannotRun) {
            throw CliFault.unreachable("Go cannot be run: " + cannotRun.getMessage(), cannotRun);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CliFault.failed("interrupted while building", interrupted);
        }
    }

    private static int count(Process process, Deque<String> last, Counter counter) throws IOException {
        int lines = 0;
        try (BufferedReader reader = process.inputReader()) {
            @Nullable String line;
            while ((line = reader.readLine()) != null) {
                lines++;
                counter.at(lines);
                last.addLast(line);
                if (last.size() > LAST_WORDS) {
                    last.removeFirst();
                }
            }
        }
        return lines;
    }
}
