package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What every object carries.
 *
 * @param generation rises with every change of what is wanted; 0 for kinds that do not count
 * @param changed when its fields were last written, as far as the object tells
 * @param deletion until when it should be gone, once its deletion was asked for
 * @param annotations only those that say something about the cluster's work, never what was last applied
 * @param edits who wrote it, newest state of each writer
 */
public record Meta(
        String uid,
        String resourceVersion,
        long generation,
        Instant created,
        Instant changed,
        Optional<Instant> deletion,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<String> finalizers,
        List<Owner> owners,
        List<Edit> edits) {

    public Meta {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        finalizers = List.copyOf(finalizers);
        owners = List.copyOf(owners);
        edits = List.copyOf(edits);
    }

    /** When what is wished of it was last written; {@link Instant#EPOCH} when it does not tell. */
    public Instant wished() {
        return wishes().map(Edit::at).reduce(Instant.EPOCH, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Who wrote more than its status. */
    public Stream<Edit> wishes() {
        return edits.stream().filter(edit -> !edit.subresource().equals("status"));
    }

    /** Whether its deletion was asked for. */
    public boolean deleting() {
        return deletion.isPresent();
    }

    /**
     * Who it was made for.
     *
     * @param controller whether that one looks after it
     */
    public record Owner(ResourceRef ref, String uid, boolean controller) {}

    /**
     * Somebody wrote some of its fields.
     *
     * @param subresource such as {@code status}, empty for the object itself
     */
    public record Edit(String manager, String operation, String subresource, Instant at) {}
}
