package io.kubilitics.graph.world;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.Change.Deleted;
import io.kubilitics.graph.persistent.RadixVector;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happened to resources: bounded for each, and bounded in how many that are not there are remembered.
 *
 * @param ring strays: resources that were not there when something was first told of them, as a ring; some may be back
 * @param told how many strays there ever were
 */
record Chronicle(
        Map<ResourceRef, List<EventNote>> events,
        Map<ResourceRef, List<Change>> changes,
        RadixVector<ResourceRef> ring,
        long told) {

    static final Chronicle NONE = new Chronicle(HashMap.empty(), HashMap.empty(), RadixVector.empty(), 0);

    /** So many resources that are not there are remembered. */
    static final int STRAYS = 10_000;

    private static final int EVENTS_PER_RESOURCE = 20;
    private static final int CHANGES_PER_RESOURCE = 50;

    List<EventNote> events(ResourceRef about) {
        return events.getOrElse(about, List.of());
    }

    List<Change> changes(ResourceRef ref) {
        return changes.getOrElse(ref, List.of());
    }

    /** Resources that were not there when something was told of them; some may be back. In every namespace when none is named. */
    Stream<ResourceRef> strays(Kind kind, String namespace) {
        return IntStream.range(0, (int) Math.min(told, STRAYS))
                .boxed()
                .flatMap(place -> Stream.ofNullable(ring.get(place)))
                .filter(ref -> ref.kind().equals(kind)
                        && (namespace.isEmpty() || ref.namespace().equals(namespace)));
    }

    /** An event that repeats itself replaces what it said before. */
    Chronicle note(ResourceRef about, EventNote event, Predicate<ResourceRef> there) {
        List<EventNote> kept = new ArrayList<>(events(about));
        kept.removeIf(known -> known.uid().equals(event.uid()));
        kept.add(event);
        kept.sort(Comparator.comparing(EventNote::last).thenComparing(EventNote::uid));
        Chronicle base = knows(about) || there.test(about) ? this : stray(about, there);
        return new Chronicle(
                base.events.put(about, newest(kept, EVENTS_PER_RESOURCE)), base.changes, base.ring, base.told);
    }

    Chronicle remember(ResourceRef ref, List<Change> found) {
        if (found.isEmpty()) {
            return this;
        }
        List<Change> all = Stream.concat(changes(ref).stream(), found.stream()).toList();
        return new Chronicle(events, changes.put(ref, newest(all, CHANGES_PER_RESOURCE)), ring, told);
    }

    /** Its events go with it; that it went, and what changed before, may be why others suffer. What it was is kept once. */
    Chronicle lose(Deleted lost, Predicate<ResourceRef> there) {
        List<Change> before = changes(lost.ref()).stream()
                .map(change -> change instanceof Deleted deleted ? deleted.withoutFormer() : change)
                .toList();
        Chronicle rest = new Chronicle(events.remove(lost.ref()), changes.put(lost.ref(), before), ring, told);
        return rest.stray(lost.ref(), there).remember(lost.ref(), List.of(lost));
    }

    /** Without what changed, and without what is told of later. */
    Chronicle until(Instant moment) {
        return new Chronicle(
                events.mapValues(all -> all.stream()
                        .filter(event -> !event.last().isAfter(moment))
                        .toList()),
                HashMap.empty(),
                RadixVector.empty(),
                0);
    }

    private boolean knows(ResourceRef ref) {
        return events.containsKey(ref) || changes.containsKey(ref);
    }

    /** The oldest stray makes place for it and is forgotten, unless it is there again. */
    private Chronicle stray(ResourceRef ref, Predicate<ResourceRef> there) {
        int place = (int) (told % STRAYS);
        ResourceRef oldest = ring.get(place);
        boolean forget = oldest != null && !oldest.equals(ref) && !there.test(oldest);
        return new Chronicle(
                forget ? events.remove(oldest) : events,
                forget ? changes.remove(oldest) : changes,
                ring.with(place, ref),
                told + 1);
    }

    private static <T> List<T> newest(List<T> all, int most) {
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }
}
