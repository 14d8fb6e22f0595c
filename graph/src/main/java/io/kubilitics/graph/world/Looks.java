package io.kubilitics.graph.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.Change.Deleted;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Differences;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.world.Observation.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happened to a resource between two looks at it. */
final class Looks {

    private Looks() {}

    /** Only what is wished is compared; where the objects were not kept, nothing can be told. */
    static List<Change> between(Seen then, Seen now) {
        if (!sameOne(then.resource().meta(), now.resource().meta())) {
            return List.of(lost(then, now.resource().meta().created()));
        }
        if (then.object().isEmpty()
                || now.object().isEmpty()
                || then.object().get().wishesAlike(now.object().get())) {
            return List.of();
        }
        ResourceRef ref = now.resource().ref();
        Meta meta = now.resource().meta();
        Instant at = meta.wished();
        String by = writers(meta, at);
        return Differences.ofWishes(
                        then.object().get().tree(), now.object().get().tree())
                .stream()
                .<Change>map(edit -> new Edited(ref, edit, at, by))
                .toList();
    }

    private static boolean sameOne(Meta then, Meta now) {
        return then.uid().isEmpty() || now.uid().isEmpty() || then.uid().equals(now.uid());
    }

    private static String writers(Meta meta, Instant at) {
        return meta.wishes()
                .filter(edit -> edit.at().equals(at))
                .map(Meta.Edit::manager)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    /** Nobody tells who deletes; until when it should be gone was written down only if there was something to wait for. */
    static Deleted lost(Seen last, Instant noticed) {
        Meta meta = last.resource().meta();
        Instant at = noticed.equals(Instant.EPOCH) ? meta.deletion().orElse(Instant.EPOCH) : noticed;
        return new Deleted(last.resource().ref(), Optional.of(last), at, "");
    }
}
