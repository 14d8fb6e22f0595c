package io.kubilitics.cli.cluster.machine;

import io.kubilitics.cli.CliFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of one cluster. Each carries the cluster's folder and its own name in its environment, and that is how it is
 * found again: also after a crash of whoever started it, and never by a pid that now belongs to somebody else.
 */
public final class Processes {

    private static final String OWNER = "KUBILITICS_CLUSTER";
    private static final String NAME = "KUBILITICS_COMPONENT";
    private static final Pattern ENTRIES = Pattern.compile("\0");
    private static final int PATIENCE_MILLIS = 10_000;

    private final Path owner;
    private final Path logs;

    public Processes(Path owner, Path logs) {
        this.owner = owner;
        this.logs = logs;
    }

    /** One live process of this cluster; what it starts itself (container shims, say) carries its name too. */
    public record Running(String name, long pid) {}

    /** Starts a program in a session of its own, so that Ctrl-C at the caller's terminal does not reach it. */
    public void start(String name, List<String> command) {
        List<String> apart = new ArrayList<>(List.of("setsid"));
        apart.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(apart)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()));
        builder.environment().put(OWNER, owner.toString());
        builder.environment().put(NAME, name);
        try {
            Files.createDirectories(logs);
            Files.createDirectories(expected());
            Files.write(expected().resolve(name), new byte[0]);
            builder.start();
        } catch (IOException cannotStart) {
            throw CliFault.unreachable(
                    "%s cannot be started: %s".formatted(name, cannotStart.getMessage()), cannotStart);
        }
    }

    public Path log(String name) {
        return logs.resolve(name + ".log");
    }

    /** One empty file for each component that was started: what should run, whether it does or not. */
    private Path expected() {
        return owner.resolve("expected");
    }

    /** Components that were started and run no longer. */
    public List<String> lost() {
        Set<String> alive = running().stream().map(Running::name).collect(Collectors.toSet());
        String[] names = expected().toFile().list();
        return Stream.of(names == null ? new String[0] : names)
                .filter(name -> !alive.contains(name))
                .sorted()
                .toList();
    }

    public boolean alive(String name) {
        return running().stream().anyMatch(process -> process.name().equals(name));
    }

    public List<Running> running() {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::parseLong)
                    .flatMap(pid -> ours(pid).stream())
                    .sorted(Comparator.comparing(Running::name).thenComparingLong(Running::pid))
                    .toList();
        } catch (IOException noProc) {
            throw CliFault.unreachable("the processes of this machine cannot be listed: /proc is missing", noProc);
        }
    }

    /** Ends one component at once, as a crash would. */
    public void kill(String name) {
        kill(process -> process.name().equals(name));
    }

    public void killAll() {
        kill(_ -> true);
    }

    /**
     * Repeated until twice in a row none is left: a process may have started another one just before its end, and one that is
     * about to replace its program has no environment for a moment.
     */
    private void kill(Predicate<Running> which) {
        Set<ProcessHandle> killed = new HashSet<>();
        AtomicInteger seenNone = new AtomicInteger();
        boolean gone = Waiting.until(PATIENCE_MILLIS, () -> {
            List<Running> left = running().stream().filter(which).toList();
            left.forEach(process -> kill(process).ifPresent(killed::add));
            seenNone.set(left.isEmpty() ? seenNone.get() + 1 : 0);
            return seenNone.get() == 2;
        });
        if (!gone) {
            throw CliFault.failed("these processes did not end: "
                    + running().stream().filter(which).toList());
        }
        // Dead, but still listed until whoever inherited them has taken note.
        Waiting.until(PATIENCE_MILLIS, () -> killed.stream().noneMatch(ProcessHandle::isAlive));
    }

    private Optional<ProcessHandle> kill(Running process) {
        // A handle remembers the start time, and the mark is read once more after it was taken.
        return ProcessHandle.of(process.pid())
                .filter(handle -> ours(handle.pid()).isPresent())
                .filter(ProcessHandle::destroyForcibly);
    }

    private Optional<Running> ours(long pid) {
        try {
            String environ =
                    Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.ISO_8859_1);
            List<String> environment = ENTRIES.splitAsStream(environ).toList();
            if (!environment.contains(OWNER + "=" + owner) || zombie(pid)) {
                return Optional.empty();
            }
            return environment.stream()
                    .filter(entry -> entry.startsWith(NAME + "="))
                    .map(entry -> new Running(entry.substring(NAME.length() + 1), pid))
                    .findFirst();
        } catch (IOException | UncheckedIOException goneOrNotOurs) {
            return Optional.empty();
        }
    }

    private static boolean zombie(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
        return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    }
}
