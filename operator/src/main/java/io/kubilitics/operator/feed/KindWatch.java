package io.kubilitics.operator.feed;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that is watched of one kind: everywhere if that is allowed, else in each namespace where it is. What is refused is asked
 * for again after a while, and again after a longer one. Everything here is done in turns.
 */
final class KindWatch {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** Then it is told what is waited for; whoever converts a custom resource from one version to another may be away for good. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Source source;
    private final Surroundings around;
    private final Map<String, Stretch> stretches = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Duration> pauses = new HashMap<>();
    private boolean piecemeal;
    private boolean awaitingNamespaces;
    private boolean ended;

    /** What a kind needs to be watched. */
    interface Surroundings {

        Stretch stretch(Source source, String namespace, Stretch.Fate fate);

        /** In which namespace alone this kind is to be seen; {@link Observation#EVERYWHERE} when in all. */
        String wanted(Source source);

        /** The namespaces to try one by one; asked for only when they are known. */
        Set<String> namespaces();

        boolean namespacesKnown();

        boolean mayWatch(Source source, String namespace);

        void tell(Update update);

        /** Something was decided. */
        void decided();

        Turns turns();

        Outlook outlook();
    }

    KindWatch(Source source, Surroundings around) {
        this.source = source;
        this.around = around;
    }

    Source source() {
        return source;
    }

    private Kind kind() {
        return source.kind();
    }

    void begin() {
        ask(around.wanted(source));
    }

    private void ask(String namespace) {
        if (ended || stretches.containsKey(namespace)) {
            return;
        }
        Stretch stretch = around.stretch(source, namespace, new Stretch.Fate() {
            @Override
            public void listed(Stretch stretch) {
                around.turns().take(() -> KindWatch.this.listed(stretch));
            }

            @Override
            public void refused(Stretch stretch, NotServed problem) {
                around.turns().take(() -> KindWatch.this.refused(stretch, problem));
            }
        });
        stretches.put(namespace, stretch);
        asked.add(namespace);
        stretch.start();
        around.turns().later(SOON, () -> delayed(stretch));
    }

    /** Coverage tells what is waited for, and all others wait for it; but for a custom kind nobody does. */
    private void delayed(Stretch stretch) {
        Portion portion = stretch.portion();
        if (ended || !isCurrent(stretch) || !asked.contains(portion.namespace())) {
            return;
        }
        String reason = "is not listed yet: " + stretch.awaits();
        around.tell(new Update.Refused(kind(), portion.namespace(), reason));
        if (source.custom()) {
            stretch.excuse();
            around.outlook().refuse(portion, reason);
            asked.remove(portion.namespace());
            around.decided();
        } else {
            around.turns().later(SOON, () -> delayed(stretch));
        }
    }

    /** Whether each first question has its answer. */
    boolean isDecided() {
        return ended || (asked.isEmpty() && !awaitingNamespaces);
    }

    private boolean isCurrent(Stretch stretch) {
        return stretches.get(stretch.portion().namespace()) == stretch;
    }

    private void listed(Stretch stretch) {
        if (!isCurrent(stretch)) {
            return;
        }
        Portion portion = stretch.portion();
        asked.remove(portion.namespace());
        pauses.remove(portion.namespace());
        around.outlook().see(portion);
        around.tell(new Update.Listed(kind(), portion.namespace()));
        if (portion.everywhere()) {
            piecemeal = false;
            awaitingNamespaces = false;
            List.copyOf(stretches.values()).stream()
                    .filter(other -> other != stretch)
                    .forEach(other -> giveWay(other, stretch));
        }
        around.decided();
    }

    /** What the one for all has not seen is gone. */
    private void giveWay(Stretch one, Stretch all) {
        end(one, all.refs());
        around.outlook().forget(one.portion());
        asked.remove(one.portion().namespace());
    }

    private void end(Stretch stretch, Set<ResourceRef> stay) {
        stretches.remove(stretch.portion().namespace(), stretch);
        stretch.close();
        stretch.refs().stream().filter(ref -> !stay.contains(ref)).forEach(ref -> around.tell(new Update.Remove(ref)));
    }

    private void refused(Stretch stretch, NotServed problem) {
        if (!isCurrent(stretch)) {
            return;
        }
        Portion portion = stretch.portion();
        asked.remove(portion.namespace());
        if (Stretch.isNotThere(problem) && !source.custom()) {
            lack(portion);
        } else if (around.outlook().refuse(portion, problem.reason())) {
            around.tell(new Update.Refused(kind(), portion.namespace(), problem.reason()));
        }
        // Only now: what is out of sight must not look as if it were gone.
        end(stretch, Set.of());
        if (portion.everywhere() && source.namespaced() && !Stretch.isNotThere(problem)) {
            piecemeal = true;
            inNamespaces();
        }
        askAgainLater(portion.namespace());
        around.decided();
    }

    /** Of a kind that a cluster does not know, it has none. */
    private void lack(Portion portion) {
        if (around.outlook().lack(portion.kind())) {
            around.tell(new Update.Listed(kind(), portion.namespace()));
        }
    }

    private void askAgainLater(String namespace) {
        Duration pause = pauses.getOrDefault(namespace, FIRST_PAUSE);
        Duration next = pause.multipliedBy(2);
        pauses.put(namespace, next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE);
        around.turns().later(pause, () -> again(namespace));
    }

    /** A namespace is only asked for again while there is no other way, and while it is there; one that comes back is a new one. */
    private void again(String namespace) {
        boolean main = namespace.equals(around.wanted(source));
        if (main || (piecemeal && around.namespaces().contains(namespace))) {
            ask(namespace);
        } else {
            pauses.remove(namespace);
        }
    }

    /** Looks for what has come and may be watched, and lets go of what is gone. */
    void namespacesChanged() {
        if (piecemeal) {
            inNamespaces();
            around.decided();
        }
    }

    private void inNamespaces() {
        awaitingNamespaces = !around.namespacesKnown();
        if (awaitingNamespaces || ended) {
            return;
        }
        Set<String> now = around.namespaces();
        List.copyOf(stretches.values()).stream()
                .filter(stretch -> !stretch.portion().everywhere()
                        && !now.contains(stretch.portion().namespace()))
                .forEach(stretch -> {
                    end(stretch, Set.of());
                    asked.remove(stretch.portion().namespace());
                });
        now.stream()
                .filter(namespace -> !stretches.containsKey(namespace) && !pauses.containsKey(namespace))
                .filter(namespace -> around.mayWatch(source, namespace))
                .forEach(this::ask);
    }

    /**
     * Watches nothing any more, and forgets what it saw.
     *
     * @param gone whether the kind itself is gone, so that there is nothing of it left
     */
    void end(boolean gone) {
        ended = true;
        around.outlook().forget(kind());
        around.tell(
                gone
                        ? new Update.Listed(kind())
                        : new Update.Refused(kind(), Observation.EVERYWHERE, "is listed in another version"));
        List.copyOf(stretches.values()).forEach(stretch -> end(stretch, Set.of()));
    }

    /** Without a word: all is over. */
    void close() {
        ended = true;
        stretches.values().forEach(Stretch::close);
    }
}
