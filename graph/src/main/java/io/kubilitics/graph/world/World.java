package io.kubilitics.graph.world;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.Differences;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.Observation.Listed;
import io.kubilitics.graph.world.Observation.Noted;
import io.kubilitics.graph.world.Observation.Seen;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cluster as a value. {@link #apply} gives the next world and leaves this one as it is; both share all that did not
 * change. So a reader never locks and never sees half a change, a simulation is just another world, and whoever thinks for
 * seconds thinks about one moment.
 *
 * <p>A resource that is referred to need not exist; whether it does is a question of its own ({@link #presence}), because "not
 * seen" and "not there" are different things.
 */
public final class World {

    private static final int KEPT_PER_RESOURCE = 20;

    private static final World EMPTY =
            new World(HashMap.empty(), Edges.NONE, HashMap.empty(), HashMap.empty(), HashSet.empty(), 0);

    private final Map<Kind, Map<ResourceRef, Resource>> resources;
    private final Edges edges;
    private final Map<ResourceRef, List<EventNote>> events;
    private final Map<ResourceRef, List<Change>> changes;
    private final Set<Kind> listed;
    private final long version;

    private World(
            Map<Kind, Map<ResourceRef, Resource>> resources,
            Edges edges,
            Map<ResourceRef, List<EventNote>> events,
            Map<ResourceRef, List<Change>> changes,
            Set<Kind> listed,
            long version) {
        this.resources = resources;
        this.edges = edges;
        this.events = events;
        this.changes = changes;
        this.listed = listed;
        this.version = version;
    }

    public static World empty() {
        return EMPTY;
    }

    /** The world after something more was learnt; this very world when it was known already. */
    public World apply(Observation observation) {
        return switch (observation) {
            case Seen seen -> see(seen);
            case Gone gone -> lose(gone.ref());
            case Noted noted -> note(noted);
            case Listed list ->
                listed.contains(list.kind())
                        ? this
                        : new World(resources, edges, events, changes, listed.add(list.kind()), version + 1);
        };
    }

    public World applyAll(Iterable<Observation> observations) {
        World world = this;
        for (Observation observation : observations) {
            world = world.apply(observation);
        }
        return world;
    }

    private World see(Seen seen) {
        Resource now = seen.resource();
        Optional<Resource> before = find(now.ref());
        if (before.filter(now::equals).isPresent() && edges.declares(now.ref(), seen.relations())) {
            return this;
        }
        Edges next = edges.declare(now.ref(), seen.relations());
        Kind kind = now.ref().kind();
        Map<ResourceRef, Resource> ofKind =
                resources.getOrElse(kind, HashMap.empty()).put(now.ref(), now);
        List<Change> found = before.map(then -> between(then, now)).orElse(List.of());
        return new World(
                resources.put(kind, ofKind), next, events, remember(changes, now.ref(), found), listed, version + 1);
    }

    private World lose(ResourceRef ref) {
        if (find(ref).isEmpty()) {
            return this;
        }
        Map<ResourceRef, Resource> ofKind =
                resources.getOrElse(ref.kind(), HashMap.empty()).remove(ref);
        return new World(
                resources.put(ref.kind(), ofKind),
                edges.declare(ref, List.of()),
                events.remove(ref),
                changes,
                listed,
                version + 1);
    }

    /** An event that repeats itself replaces what it said before. */
    private World note(Noted noted) {
        List<EventNote> kept = new ArrayList<>(events(noted.about()));
        if (kept.contains(noted.event())) {
            return this;
        }
        kept.removeIf(event -> event.uid().equals(noted.event().uid()));
        kept.add(noted.event());
        kept.sort(Comparator.comparing(EventNote::last));
        return new World(resources, edges, events.put(noted.about(), newest(kept)), changes, listed, version + 1);
    }

    private static List<Change> between(Resource then, Resource now) {
        boolean same = then.meta().uid().equals(now.meta().uid());
        return same && then.facts() instanceof ConfigFacts before && now.facts() instanceof ConfigFacts after
                ? Differences.between(now.ref(), before, after, now.meta().changed())
                : List.of();
    }

    private static Map<ResourceRef, List<Change>> remember(
            Map<ResourceRef, List<Change>> known, ResourceRef ref, List<Change> found) {
        return found.isEmpty()
                ? known
                : known.put(
                        ref,
                        newest(Stream.concat(known.getOrElse(ref, List.of()).stream(), found.stream())
                                .toList()));
    }

    private static <T> List<T> newest(List<T> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - KEPT_PER_RESOURCE), all.size()));
    }

    public Optional<Resource> find(ResourceRef ref) {
        return resources.get(ref.kind()).flatMap(ofKind -> ofKind.get(ref)).toJavaOptional();
    }

    public Presence presence(ResourceRef ref) {
        if (find(ref).isPresent()) {
            return Presence.PRESENT;
        }
        return listed.contains(ref.kind()) ? Presence.ABSENT : Presence.UNSEEN;
    }

    /** All resources of a kind. */
    public Stream<Resource> all(Kind kind) {
        return resources.getOrElse(kind, HashMap.empty()).valuesIterator().toJavaStream();
    }

    /** All resources. */
    public Stream<Resource> all() {
        return resources.keysIterator().toJavaStream().flatMap(this::all);
    }

    /** What this resource refers to. */
    public Stream<ResourceRef> to(ResourceRef from, Relation.Type type) {
        return edges.out()
                .getOrElse(from, HashSet.empty())
                .toJavaStream()
                .filter(relation -> relation.type() == type)
                .map(Relation::to);
    }

    /** What refers to this resource. */
    public Stream<ResourceRef> from(ResourceRef to, Relation.Type type) {
        return edges.in()
                .getOrElse(to, HashSet.empty())
                .toJavaStream()
                .filter(relation -> relation.type() == type)
                .map(Relation::from);
    }

    /** Who made it. */
    public Optional<ResourceRef> owner(ResourceRef owned) {
        return from(owned, Relation.Type.OWNS).findFirst();
    }

    /** Who made who made it, as far up as it goes; itself when nobody did. */
    public ResourceRef topOwner(ResourceRef owned) {
        ResourceRef top = owned;
        // Owners never form a circle in practice; a bound keeps a forged one from holding us.
        for (int i = 0; i < 10; i++) {
            Optional<ResourceRef> owner = owner(top);
            if (owner.isEmpty()) {
                break;
            }
            top = owner.get();
        }
        return top;
    }

    /** The newest events about it, oldest first. */
    public List<EventNote> events(ResourceRef about) {
        return events.getOrElse(about, List.of());
    }

    /** Changes seen to happen, oldest first. */
    public List<Change> changes(ResourceRef ref) {
        return changes.getOrElse(ref, List.of());
    }

    public boolean listed(Kind kind) {
        return listed.contains(kind);
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }
}
