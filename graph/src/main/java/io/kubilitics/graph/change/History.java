package io.kubilitics.graph.change;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Created;
import io.kubilitics.graph.change.Change.Deleted;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Change.Noted;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened, to be asked by causes.
 *
 * @param changes oldest first; those whose time nobody knows stand first
 */
public record History(List<Change> changes) {

    public static final History NONE = new History(List.of());

    /** Two may tell of one change, and their clocks differ: a rollout follows its edit. */
    private static final Duration SAME = Duration.ofMinutes(1);

    public History {
        changes = changes.stream().sorted(Comparator.comparing(Change::at)).toList();
    }

    /** All that a world can tell of one resource: what was seen to happen, what its revisions tell, and when it was made. */
    public static History of(World world, ResourceRef ref) {
        List<Change> seen = new ArrayList<>(world.changes(ref));
        world.find(ref)
                .map(resource -> resource.meta().created())
                .filter(created -> !created.equals(Instant.EPOCH))
                .ifPresent(created -> seen.add(new Created(ref, created, "")));
        return new History(seen).with(new History(RolloutHistory.of(world, ref)));
    }

    /** Both; where they tell of the same change, this one's words count. */
    public History with(History other) {
        List<Change> all = new ArrayList<>(changes);
        other.changes.stream()
                .filter(change -> changes.stream().noneMatch(known -> same(known, change)))
                .forEach(all::add);
        return new History(all);
    }

    private static boolean same(Change one, Change other) {
        return near(one.at(), other.at())
                && one.about().equals(other.about())
                && switch (one) {
                    case Edited it -> other instanceof Edited that && same(it.edit(), that.edit());
                    case Created _ -> other instanceof Created;
                    case Deleted _ -> other instanceof Deleted;
                    case Noted it -> other instanceof Noted that && it.text().equals(that.text());
                };
    }

    /** Places in lists may have moved between two tellers, names not. */
    private static boolean same(Edit one, Edit other) {
        return one.place().equals(other.place())
                && one.from().equals(other.from())
                && one.to().equals(other.to());
    }

    private static boolean near(Instant one, Instant other) {
        return one.equals(Instant.EPOCH)
                || other.equals(Instant.EPOCH)
                || Duration.between(one, other).abs().compareTo(SAME) <= 0;
    }

    /** Of one kind of field, oldest first. */
    public Stream<Edited> edits(Topic topic) {
        return edits().filter(edited -> edited.topic() == topic);
    }

    public Stream<Edited> edits() {
        return changes.stream().filter(Edited.class::isInstance).map(Edited.class::cast);
    }

    /** The newest of one kind of field. */
    public Optional<Edited> latest(Topic topic) {
        return edits(topic).reduce((_, later) -> later);
    }

    /** The newest of one kind of field of one container. */
    public Optional<Edited> latest(Topic topic, String container) {
        return edits(topic)
                .filter(edited -> edited.container().equals(container))
                .reduce((_, later) -> later);
    }

    /** How it went away, when that is the last that is known of it. */
    public Optional<Deleted> deleted() {
        return changes.stream()
                .filter(change -> change instanceof Deleted || change instanceof Created)
                .reduce((_, later) -> later)
                .filter(Deleted.class::isInstance)
                .map(Deleted.class::cast);
    }

    /** When it was made last. */
    public Optional<Created> created() {
        return changes.stream()
                .filter(Created.class::isInstance)
                .map(Created.class::cast)
                .reduce((_, later) -> later);
    }
}
