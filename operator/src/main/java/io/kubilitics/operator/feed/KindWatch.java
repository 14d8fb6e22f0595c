package io.kubilitics.operator.feed;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.Observation;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * All that is watched of one kind: everywhere if that is allowed, else in each namespace where it is. What is refused is asked
 * for again after a while, and again after a longer one. Everything here is done in turns.
 */
final class KindWatch {

    /** So many times the first pause is the longest after a refusal. */
    private static final int MOST_PAUSES = 60;

    private final Source source;
    private final Surroundings around;
    private final Peers peers = new Peers();
    private final Map<String, Stretch> stretches = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();
    /** Namespaces of which the API server was asked whether this may be watched there. */
    private final Set<String> weighed = new HashSet<>();

    private final Map<String, Duration> pauses = new HashMap<>();
    private boolean piecemeal;
    private boolean awaitingNamespaces;
    private boolean ended;

    /** What a kind needs to be watched. */
    interface Surroundings {

        Stretch stretch(Portion portion, Source source, Peers peers, Stretch.Fate fate);

        Limits limits();

        /** In which namespace alone this kind is to be seen; {@link Observation#EVERYWHERE} when in all. */
        String wanted(Source source);

        /** The namespaces to try one by one; asked for only when they are known. */
        Set<String> namespaces();

        boolean namespacesKnown();

        /**
         * Asks whether a watch there is worth a try.
         *
         * @param then is told so in a turn of its own: an API server that is slow to answer holds up nothing else
         */
        void mayWatch(Source source, String namespace, Consumer<Boolean> then);

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
        Portion portion = new Portion(kind(), namespace);
        Stretch stretch = around.stretch(portion, source, peers, new Stretch.Fate() {
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
        around.turns().later(around.limits().notice(), () -> delayed(stretch));
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
            around.turns().later(around.limits().notice(), () -> delayed(stretch));
        }
    }

    /** Whether each first question has its answer. */
    boolean isDecided() {
        return ended || (asked.isEmpty() && weighed.isEmpty() && !awaitingNamespaces);
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
                    .forEach(this::giveWay);
            weighed.clear();
        }
        around.decided();
    }

    /** To the one for all. */
    private void giveWay(Stretch one) {
        end(one);
        around.outlook().forget(one.portion());
        asked.remove(one.portion().namespace());
    }

    /** What it alone has seen is gone. */
    private void end(Stretch stretch) {
        stretches.remove(stretch.portion().namespace(), stretch);
        stretch.close();
        stretch.lost().forEach(ref -> around.tell(new Update.Remove(ref)));
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
        end(stretch);
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
        Duration first = around.limits().refusal();
        Duration pause = pauses.getOrDefault(namespace, first);
        Duration next = pause.multipliedBy(2);
        Duration longest = first.multipliedBy(MOST_PAUSES);
        pauses.put(namespace, next.compareTo(longest) < 0 ? next : longest);
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
                    end(stretch);
                    asked.remove(stretch.portion().namespace());
                });
        weighed.retainAll(now);
        now.stream()
                .filter(namespace -> !stretches.containsKey(namespace) && !pauses.containsKey(namespace))
                .filter(weighed::add)
                .forEach(namespace -> around.mayWatch(source, namespace, may -> weighed(namespace, may)));
    }

    /** Whoever has gone meanwhile, or need not be asked any more, is asked nothing. */
    private void weighed(String namespace, boolean may) {
        if (weighed.remove(namespace)) {
            if (may) {
                ask(namespace);
            }
            around.decided();
        }
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
        List.copyOf(stretches.values()).forEach(this::end);
    }

    /** Without a word: all is over. */
    void close() {
        ended = true;
        stretches.values().forEach(Stretch::close);
    }
}
