package io.kubilitics.gateway.bundle.read;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The logs beside a bundle, read only when they are asked for and only at their end: they may be endless. */
record LogFiles(Map<OfLogs, Path> files, Scrubber scrubber) implements LogSource {

    private static final int TAIL_LINES = 200;
    private static final int TAIL_BYTES = 256 << 10;
    private static final int LONGEST_LINE = 4096;

    LogFiles {
        files = Map.copyOf(files);
    }

    /** Of a file {@code <container>.log} or {@code <container>.previous.log} in the folder of its pod. */
    static OfLogs probe(String namespace, String pod, String file) {
        String container = file.substring(0, file.length() - ".log".length());
        boolean previous = container.endsWith(".previous");
        return new OfLogs(
                ResourceRef.of(Kind.POD, namespace, pod),
                previous ? container.substring(0, container.length() - ".previous".length()) : container,
                previous);
    }

    @Override
    public boolean atHand() {
        return true;
    }

    @Override
    public Evidence lines(OfLogs probe) {
        Path file = files.get(probe);
        if (file == null) {
            return none(probe);
        }
        try {
            return new Evidence.Lines(tail(file));
        } catch (IOException gone) {
            return new Evidence.Unavailable("the log of %s cannot be read".formatted(probe.pod()));
        }
    }

    static Evidence none(OfLogs probe) {
        return new Evidence.Unavailable("there is no %slog of container %s of %s"
                .formatted(probe.previous() ? "previous " : "", probe.container(), probe.pod()));
    }

    private List<String> tail(Path file) throws IOException {
        Tail tail = Tail.of(file, TAIL_BYTES);
        List<String> lines = tail.text().lines().skip(tail.cut() ? 1 : 0).toList();
        return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
                .map(scrubber::scrub)
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                .toList();
    }
}
