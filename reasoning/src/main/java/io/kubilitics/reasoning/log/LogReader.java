package io.kubilitics.reasoning.log;

import io.kubilitics.graph.ResourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a log once, in time linear to its length, and keeps of it what it complains of. */
public final class LogReader {

    /** A log that complains of more things than this is noise. */
    private static final int MOST = 60;

    private static final int LONGEST = 400;
    /** A stack trace is no longer than this. */
    private static final int NEAR = 40;
    /** Lines about one failure stand so close together. */
    private static final int BESIDE = 2;

    private record Alike(Grievance grievance, Peer peer) {}

    private final List<String> log;
    private final Map<Alike, Found> found = new LinkedHashMap<>();

    private final @Nullable Severity[] told;

    private LogReader(List<String> log) {
        this.log = log;
        this.told = new Severity[log.size()];
    }

    /**
     * What a log complains of, in the order in which it first did.
     *
     * @param former whether the instance that wrote it has ended
     */
    public static List<Complaint> read(ResourceRef by, String container, boolean former, List<String> log) {
        LogReader reader = new LogReader(log);
        for (int i = 0; i < log.size(); i++) {
            int line = i;
            Signs.in(log.get(i))
                    .flatMap(grievance -> reader.weighed(grievance, line))
                    .ifPresent(grievance -> reader.note(grievance, line));
        }
        if (reader.found.isEmpty()) {
            return List.of();
        }
        Optional<Instant> end = reader.end();
        List<Complaint> complaints = new ArrayList<>();
        reader.found.forEach((alike, seen) -> complaints.add(new Complaint(
                by,
                container,
                alike.grievance(),
                alike.peer(),
                Optional.empty(),
                seen.severity,
                seen.span(log.size(), end, former),
                seen.sample)));
        return List.copyOf(complaints);
    }

    /** What is told by how bad it is said to be counts as just that; without such a word it is only a word. */
    private Optional<Grievance> weighed(Grievance grievance, int line) {
        if (grievance != Grievance.OWN_ERROR) {
            return Optional.of(grievance);
        }
        return switch (told(line)) {
            case FATAL, ERROR -> Optional.of(Grievance.OWN_ERROR);
            case WARNING -> Optional.of(Grievance.OWN_WARNING);
            case INFORMATION, UNTOLD -> Optional.empty();
        };
    }

    private Optional<Instant> end() {
        for (int i = log.size() - 1; i >= Math.max(0, log.size() - NEAR); i--) {
            Optional<Instant> at = Moments.of(log.get(i));
            if (at.isPresent()) {
                return at;
            }
        }
        return Optional.empty();
    }

    /** What follows a line without saying how bad it is belongs to it: a stack trace. */
    private Severity severity(int line) {
        for (int i = line; i >= Math.max(0, line - NEAR); i--) {
            Severity told = told(i);
            if (told != Severity.UNTOLD) {
                return told;
            }
        }
        return Severity.UNTOLD;
    }

    /** Lines above are looked at from many below. */
    private Severity told(int line) {
        Severity known = told[line];
        if (known == null) {
            known = Severity.of(log.get(line));
            told[line] = known;
        }
        return known;
    }

    private void note(Grievance grievance, int line) {
        String text = log.get(line);
        Alike alike = new Alike(grievance, peer(grievance, line));
        Found known = found.get(alike);
        if (known == null) {
            if (found.size() >= MOST) {
                return;
            }
            known = new Found(Redaction.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
            found.put(alike, known);
        }
        // The same again and again needs no second look at how bad it is.
        known.seen(known.count < NEAR ? severity(line) : known.severity, Moments.of(text), line + 1);
    }

    /** Of whom nobody was named for so long, nobody will be: looking for names takes the longest of all. */
    private Peer peer(Grievance grievance, int line) {
        Found nameless = found.get(new Alike(grievance, Peer.UNTOLD));
        boolean vain = nameless != null && nameless.count >= NEAR;
        if (vain || !grievance.ofPeer()) {
            return Peer.UNTOLD;
        }
        Peer peer = Peers.in(log.get(line), grievance);
        return peer.told() ? peer : beside(line);
    }

    /** Programs tell in one line what went wrong, and in the next what they were about. */
    private Peer beside(int line) {
        for (int i = Math.max(0, line - BESIDE); i <= Math.min(log.size() - 1, line + BESIDE); i++) {
            Peer peer = i == line || told(i) == Severity.INFORMATION ? Peer.UNTOLD : Peers.inAddress(log.get(i));
            if (peer.told()) {
                return peer;
            }
        }
        return Peer.UNTOLD;
    }

    /** Lines that say the same. */
    private static final class Found {

        private final String sample;
        private Severity severity = Severity.UNTOLD;
        private int count;
        private @Nullable Instant first;
        private @Nullable Instant last;
        private int line;

        Found(String sample) {
            this.sample = sample;
        }

        void seen(Severity how, Optional<Instant> at, int where) {
            count++;
            line = where;
            severity = how.isWorseThan(severity) ? how : severity;
            if (at.isPresent()) {
                first = first == null ? at.get() : first;
                last = at.get();
            }
        }

        Complaint.Span span(int lines, Optional<Instant> end, boolean former) {
            return new Complaint.Span(
                    count, Optional.ofNullable(first), Optional.ofNullable(last), lines - line, lines, end, former);
        }
    }
}
