package io.kubilitics.graph.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.persistent.IntSet;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.Observation.Listed;
import io.kubilitics.graph.world.Observation.Noted;
import io.kubilitics.graph.world.Observation.Outlined;
import io.kubilitics.graph.world.Observation.Refused;
import io.kubilitics.graph.world.Observation.Seen;
import io.vavr.collection.HashMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cluster as a value. {@link #apply} gives the next world and leaves this one as it is; both share all that did not
 * change. So a reader never locks and never sees half a change, a simulation is just another world, and whoever thinks for
 * seconds thinks about one moment.
 *
 * <p>A resource that is referred to need not exist; whether it does is a question of its own ({@link #presence}), because "not
 * seen" and "not there" are different things.
 */
public final class World {

    private static final World EMPTY = new World(new Wiring(Graph.NONE), Index.NONE, Chronicle.NONE, Coverage.NONE, 0);

    private final Graph graph;
    private final Index index;
    private final Chronicle chronicle;
    private final Coverage coverage;
    private final long version;
    private final Wiring wiring;

    World(Wiring wiring, Index index, Chronicle chronicle, Coverage coverage, long version) {
        this.wiring = wiring;
        graph = wiring.graph();
        this.index = index;
        this.chronicle = chronicle;
        this.coverage = coverage;
        this.version = version;
        assert Births.told(this);
    }

    public static World empty() {
        return EMPTY;
    }

    /** After something more was learnt; this very world when it was known already. What is told last is true: nobody tells late. */
    public World apply(Observation observation) {
        return switch (observation) {
            case Seen seen -> see(seen);
            case Gone gone -> lose(gone);
            case Noted noted -> note(noted);
            case Listed(Kind kind, String namespace) -> cover(coverage.list(kind, namespace));
            case Refused(Kind kind, String namespace, String reason) -> cover(coverage.refuse(kind, namespace, reason));
            case Outlined(Kind kind, int resources) -> cover(coverage.outline(kind, resources));
        };
    }

    public World applyAll(Iterable<Observation> observations) {
        World world = this;
        for (Observation observation : observations) {
            world = world.apply(observation);
        }
        return world;
    }

    private World see(Seen now) {
        ResourceRef ref = now.resource().ref();
        int id = graph.id(ref);
        Seen before = id < 0 ? null : graph.at(id).seen();
        if (before == null) {
            return put(ref, null, now, chronicle);
        }
        if (Looks.same(before, now)) {
            return this;
        }
        Chronicle next = chronicle.remember(ref, Looks.between(before, now));
        return Looks.relatingAlike(before, now)
                ? new World(wiring.told(id, now.relatingAs(before)), index, next, coverage, version + 1)
                : put(ref, before, now, next);
    }

    private World lose(Gone gone) {
        Vertex known = graph.find(gone.ref());
        Seen last = known == null ? null : known.seen();
        return last == null
                ? this
                : put(gone.ref(), last, null, chronicle.lose(Looks.lost(last, gone.at()), this::present));
    }

    /** The order matters: what a selection selects is found by the labels that hold at that moment. */
    private World put(ResourceRef ref, @Nullable Seen before, @Nullable Seen now, Chronicle nextChronicle) {
        Vertex then = Vertex.of(ref).told(before);
        Vertex next = Vertex.of(ref).told(now);
        boolean selects = !then.selections().equals(next.selections());
        GraphDraft draft = new GraphDraft(graph);
        Matcher matcher = new Matcher(index, draft);
        int id = draft.hold(ref);
        if (selects) {
            matcher.deselect(id, then.selections());
        }
        draft.tell(id, now);
        matcher.relabel(id, then.labels(), next.labels());
        if (selects) {
            matcher.select(id, next.selections());
        }
        draft.restate(then.relations(), next.relations());
        return new World(new Wiring(draft.done()), matcher.done(), nextChronicle, coverage, version + 1);
    }

    private World note(Noted noted) {
        return events(noted.about()).contains(noted.event())
                ? this
                : new World(
                        wiring,
                        index,
                        chronicle.note(noted.about(), noted.event(), this::present),
                        coverage,
                        version + 1);
    }

    private World cover(Coverage next) {
        return next.equals(coverage) ? this : new World(wiring, index, chronicle, next, version + 1);
    }

    public Optional<Resource> find(ResourceRef ref) {
        return seen(ref).map(Seen::resource);
    }

    /** All that was seen of a resource, with what it refers to. */
    public Optional<Seen> seen(ResourceRef ref) {
        Vertex known = graph.find(ref);
        return known == null ? Optional.empty() : Optional.ofNullable(known.seen());
    }

    /** The object as it was read, as JSON; nothing when it was not kept. */
    public Optional<String> object(ResourceRef ref) {
        return seen(ref).flatMap(Seen::object).map(Kept::json);
    }

    /** The same as a tree that is the caller's own. */
    public Optional<JsonNode> tree(ResourceRef ref) {
        return seen(ref).flatMap(Seen::object).map(Kept::tree);
    }

    public Presence presence(ResourceRef ref) {
        if (present(ref)) {
            return Presence.PRESENT;
        }
        return coverage.covers(ref) ? Presence.ABSENT : Presence.UNSEEN;
    }

    private boolean present(ResourceRef ref) {
        Vertex known = graph.find(ref);
        return known != null && known.seen() != null;
    }

    /** All resources of a kind. */
    public Stream<Resource> all(Kind kind) {
        return index.present()
                .getOrElse(kind, HashMap.empty())
                .valuesIterator()
                .toJavaStream()
                .flatMap(this::resources);
    }

    /** All resources of a kind in one namespace. */
    public Stream<Resource> all(Kind kind, String namespace) {
        return resources(index.present(kind, namespace));
    }

    /** All resources. */
    public Stream<Resource> all() {
        return index.present().keysIterator().toJavaStream().flatMap(this::all);
    }

    private Stream<Resource> resources(IntSet ids) {
        return ids.stream()
                .mapToObj(id -> Objects.requireNonNull(graph.at(id).seen()).resource());
    }

    /** What this resource refers to. */
    public Stream<ResourceRef> to(ResourceRef from, Relation.Type type) {
        Vertex known = graph.find(from);
        return known == null ? Stream.empty() : ends(known.out(), type);
    }

    /** What refers to this resource. */
    public Stream<ResourceRef> from(ResourceRef to, Relation.Type type) {
        Vertex known = graph.find(to);
        return known == null ? Stream.empty() : ends(known.in(), type);
    }

    private Stream<ResourceRef> ends(IntSet ends, Relation.Type type) {
        return ends.range(End.first(type), End.last(type))
                .mapToObj(end -> graph.at(End.vertex(end)).ref());
    }

    /** Who made it; the first by name when several say so. */
    public Optional<ResourceRef> owner(ResourceRef owned) {
        Optional<ResourceRef> owner = from(owned, Relation.Type.OWNS).min(Comparator.naturalOrder());
        boolean known = owner.isPresent() || presence(owned) != Presence.UNSEEN;
        return known ? owner : OwnerName.of(owned).filter(this::present);
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
        return chronicle.events(about);
    }

    /** Changes seen to happen, oldest first; what else can be known tells {@link io.kubilitics.graph.change.History}. */
    public List<Change> changes(ResourceRef ref) {
        return chronicle.changes(ref);
    }

    /**
     * A world that nobody saw, made from what came later: as if told at that moment, without later events and without changes, which
     * never happened so. Nobody listed anything then: absent is only what is given here.
     */
    public World toldAt(Instant moment, Set<ResourceRef> absent) {
        return new World(wiring, index, chronicle.until(moment), Coverage.without(absent), version + 1);
    }

    /** Whether all of this kind were listed, everywhere. */
    public boolean listed(Kind kind) {
        return coverage.of(kind).everywhere();
    }

    /** Whether all of this kind were listed in this namespace. */
    public boolean listed(Kind kind, String namespace) {
        return coverage.of(kind).covers(namespace);
    }

    /** What was told of and is not there, of one kind; in every namespace when none is named. As many as are remembered. */
    public Stream<ResourceRef> gone(Kind kind, String namespace) {
        return chronicle.strays(kind, namespace).filter(ref -> find(ref).isEmpty());
    }

    /** How much of the cluster this world can have seen. */
    public Coverage coverage() {
        return coverage;
    }

    /** Of which resources changes are remembered, those too that are gone. */
    public Stream<ResourceRef> changed() {
        return chronicle.changes().keysIterator().toJavaStream();
    }

    /** About which resources events are remembered, those too that are gone. */
    public Stream<ResourceRef> noted() {
        return chronicle.events().keysIterator().toJavaStream();
    }

    /** All relations by numbers, for long walks. */
    public Wiring wiring() {
        return wiring;
    }

    Graph graph() {
        return graph;
    }

    Index index() {
        return index;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }
}
