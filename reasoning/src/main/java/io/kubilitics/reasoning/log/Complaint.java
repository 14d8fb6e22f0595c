package io.kubilitics.reasoning.log;

import io.kubilitics.graph.ResourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a program complains of, each kind of line once; tainted.
 *
 * @param by the pod, or the workload where only a summary of its logs is known
 * @param container which of its containers
 * @param target the Service or pod that the peer is, if it is one of the cluster; it need not exist
 * @param sample one of the lines, without what is secret
 */
public record Complaint(
        ResourceRef by,
        String container,
        Grievance grievance,
        Peer peer,
        Optional<ResourceRef> target,
        Severity severity,
        Span span,
        String sample) {

    /**
     * Where in a log it stands.
     *
     * @param first of the lines that tell their time
     * @param last of the lines that tell their time
     * @param after how many lines stand after the last one
     * @param lines of the whole log, as far as it was read
     * @param end the last time that the log tells
     * @param former whether it is the log of an instance that has ended
     */
    public record Span(
            int count,
            Optional<Instant> first,
            Optional<Instant> last,
            int after,
            int lines,
            Optional<Instant> end,
            boolean former) {}

    private static final Pattern STRANGER = Pattern.compile(
            "(?:login|logon|log in|password|authentication|user)\\b[^\\n]{0,120}\\bfrom \\[?(?:\\d{1,3}\\.){3}\\d{1,3}",
            Pattern.CASE_INSENSITIVE);

    private static final Duration RECENT = Duration.ofMinutes(15);
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(20);
    private static final int OFTEN = 3;

    /** Whether it tells of somebody else who tried to log in, whose address it names, and not of the program itself. */
    public boolean ofStrangers() {
        return grievance == Grievance.CREDENTIALS_REFUSED
                && STRANGER.matcher(sample).find();
    }

    /** The same with the object of the cluster that the peer is. */
    public Complaint about(Optional<ResourceRef> whom) {
        return new Complaint(by, container, grievance, peer, whom, severity, span, sample);
    }

    public int count() {
        return span.count();
    }

    /** No earlier than this; the beginning of time when no line tells. */
    public Instant since() {
        return span.first().orElse(Instant.EPOCH);
    }

    /**
     * Whether it goes on: it was said more than once or twice, it is not long ago, and the log has not gone on without it for
     * longer than it used to pause.
     */
    public boolean goesOn(Instant now) {
        if (span.count() < OFTEN || span.former()) {
            return false;
        }
        if (span.first().isEmpty() || span.last().isEmpty()) {
            return span.after() * 4 <= span.lines();
        }
        Instant last = span.last().get();
        Instant end = span.end().orElse(last);
        Duration pause = Duration.between(span.first().get(), last).dividedBy(Math.max(1, span.count() - 1));
        Duration patience = longer(pause.multipliedBy(4), LEAST_PAUSE);
        return !last.plus(RECENT).isBefore(now) && !last.plus(patience).isBefore(end);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
