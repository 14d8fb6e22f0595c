package io.kubilitics.graph.observe;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Relation;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How fields that every object has, or that may be left out, become facts. */
final class Reading {

    private Reading() {}

    static List<Observation> seen(Kind kind, HasMetadata object, Facts facts, Stream<Relation> relations) {
        ResourceRef ref = ref(kind, object);
        Stream<Relation> owners = object.getMetadata().getOwnerReferences().stream()
                .map(owner -> new Relation(
                        Relation.Type.OWNS,
                        new ResourceRef(
                                Kind.of(owner.getApiVersion(), owner.getKind()), ref.namespace(), owner.getName()),
                        ref));
        return List.of(new Seen(
                new Resource(ref, meta(object.getMetadata()), facts),
                Stream.concat(owners, relations).distinct().toList(),
                List.of()));
    }

    static ResourceRef ref(Kind kind, HasMetadata object) {
        ObjectMeta meta = object.getMetadata();
        return new ResourceRef(kind, kind.clusterWide() ? "" : text(meta.getNamespace()), meta.getName());
    }

    private static Meta meta(ObjectMeta meta) {
        Instant created = time(meta.getCreationTimestamp());
        Instant changed = list(meta.getManagedFields()).stream()
                .map(ManagedFieldsEntry::getTime)
                .map(Reading::time)
                .max(Instant::compareTo)
                .orElse(created);
        return new Meta(
                text(meta.getUid()),
                text(meta.getResourceVersion()),
                created,
                changed,
                meta.getDeletionTimestamp() != null,
                map(meta.getLabels()));
    }

    static Condition condition(
            String type, String status, @Nullable String reason, @Nullable String message, @Nullable String since) {
        return new Condition(type, status.equals("True"), text(reason), text(message), time(since));
    }

    static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    static boolean yes(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    static <V> Map<String, V> map(@Nullable Map<String, V> values) {
        return values == null ? Map.of() : values;
    }

    static Collection<String> keys(@Nullable Map<String, String> values) {
        return map(values).keySet();
    }

    /** A time that is missing or unreadable is the beginning of time: before everything, and so never proof of an order. */
    static Instant time(@Nullable String value) {
        try {
            return value == null ? Instant.EPOCH : Instant.parse(value);
        } catch (DateTimeParseException unreadable) {
            return Instant.EPOCH;
        }
    }
}
