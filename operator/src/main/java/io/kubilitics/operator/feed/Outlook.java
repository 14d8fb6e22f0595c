package io.kubilitics.operator.feed;

import io.kubilitics.graph.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What is off: what may not be seen, what the cluster lacks. Each is logged once, when it becomes known or is over; what is known at
 * the beginning in one line, because whoever has few rights is refused dozens of kinds.
 */
final class Outlook {

    private static final Logger LOG = LoggerFactory.getLogger(Outlook.class);

    private final Map<Portion, String> refused = new ConcurrentSkipListMap<>();
    private final Set<Kind> lacking = new ConcurrentSkipListSet<>();
    private volatile boolean settled;
    private final Set<String> remarks = new ConcurrentSkipListSet<>();

    /** Returns whether that is news. */
    boolean refuse(Portion portion, String reason) {
        boolean news = !reason.equals(refused.put(portion, reason));
        if (news) {
            LOG.atLevel(settled ? Level.WARN : Level.INFO)
                    .addKeyValue("kind", portion)
                    .addKeyValue("reason", reason)
                    .log("cannot be watched and stays unseen");
        }
        return news;
    }

    /** Each first question has its answer. */
    void settle() {
        settled = true;
        if (!refused.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue(
                            "kinds",
                            refused.keySet().stream().map(Portion::toString).collect(Collectors.joining(", ")))
                    .log("may not be watched and stay unseen; asked again from time to time");
        }
    }

    void see(Portion portion) {
        boolean wasRefused = refused.remove(portion) != null;
        boolean wasLacking = lacking.remove(portion.kind());
        if (wasRefused || wasLacking) {
            LOG.atInfo().addKeyValue("kind", portion).log("can be watched now");
        }
    }

    /** The cluster does not know this kind, so there is nothing of it. Returns whether that is news. */
    boolean lack(Kind kind) {
        boolean news = lacking.add(kind);
        if (news) {
            LOG.atInfo().addKeyValue("kind", kind).log("is no kind of this cluster");
        }
        return news;
    }

    void forget(Kind kind) {
        refused.keySet().removeIf(portion -> portion.kind().equals(kind));
        lacking.remove(kind);
    }

    void forget(Portion portion) {
        refused.remove(portion);
    }

    void remark(String sentence) {
        if (remarks.add(sentence)) {
            LOG.warn(sentence);
        }
    }

    Map<Portion, String> refused() {
        return Map.copyOf(refused);
    }

    /** All of it, a sentence each. */
    List<String> sentences() {
        Stream<String> unseen = refused.entrySet().stream()
                .map(entry -> "%s cannot be seen: %s".formatted(entry.getKey(), entry.getValue()));
        Stream<String> lacks = lacking.isEmpty()
                ? Stream.empty()
                : Stream.of("this cluster does not have "
                        + lacking.stream().map(Kind::name).collect(Collectors.joining(", ")));
        return Stream.of(remarks.stream(), lacks, unseen).flatMap(part -> part).toList();
    }
}
