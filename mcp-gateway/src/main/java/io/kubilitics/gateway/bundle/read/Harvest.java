package io.kubilitics.gateway.bundle.read;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of a bundle as they come in: each is emptied of secrets, observed, and remembered by its identity alone. */
final class Harvest {

    private static final JsonPointer OUTLINE = JsonPointer.compile("/metadata/annotations/kubilitics.io~1outline");

    /** Whether all that comes should be an object, as in a bundle; files of other folders may hold anything. */
    private final boolean objectsAlone;

    private final SecretKeeper secrets = new SecretKeeper();
    private final Newest newest = new Newest();
    private final Map<ResourceRef, Sheaf> sheaves = new LinkedHashMap<>();

    /** What one object told, and where it stood. */
    private record Sheaf(String where, List<Observation> observations) {}

    /** Why an object cannot be taken, or that there is something odd about it. */
    record Complaint(String says, boolean skipped) {}

    /** Its identity when it was taken; what is to be said about it. */
    record Taken(List<ResourceRef> ref, List<Complaint> complaints) {

        static Taken not(String why, boolean skipped) {
            return new Taken(List.of(), List.of(new Complaint(why, skipped)));
        }
    }

    Harvest(boolean objectsAlone) {
        this.objectsAlone = objectsAlone;
    }

    Taken take(ObjectNode object, String where) {
        if (!object.path("kind").isTextual() || object.path("kind").asText().isBlank()) {
            return none("no Kubernetes object: it has no kind");
        }
        String name = object.path("metadata").path("name").asText();
        if (name.isEmpty()) {
            return none("an object without a name");
        }
        secrets.empty(object);
        newest.see(object);
        Kind kind = kind(object);
        ResourceRef ref = ref(kind, object.path("metadata"));
        Set<String> odd = new LinkedHashSet<>();
        try {
            Sheaf before = sheaves.put(ref, new Sheaf(where, observe(kind, object, odd)));
            return new Taken(List.of(ref), complaints(ref, before == null ? "" : before.where(), odd));
        } catch (RuntimeException broken) {
            return Taken.not("no valid " + kind, true);
        }
    }

    /** Of what was recorded as an outline nothing is concluded from what it does not hold. */
    private static List<Observation> observe(Kind kind, ObjectNode object, Set<String> odd) {
        return object.at(OUTLINE).asBoolean()
                ? Observers.outline(kind, object)
                : Observers.observe(kind, object, odd::add);
    }

    private Taken none(String why) {
        return Taken.not(objectsAlone ? why : why + "; left out", objectsAlone);
    }

    /** The field is named, not what stands in it: that may be secret. */
    private static List<Complaint> complaints(ResourceRef ref, String before, Set<String> odd) {
        Stream<Complaint> again = before.isEmpty()
                ? Stream.empty()
                : Stream.of(new Complaint("%s comes again, was in %s; this one counts".formatted(ref, before), false));
        Stream<Complaint> strange = odd.isEmpty()
                ? Stream.empty()
                : Stream.of(new Complaint(
                        "%s has something else than it should at %s; taken as empty"
                                .formatted(ref, String.join(", ", odd)),
                        false));
        return Stream.concat(again, strange).toList();
    }

    static Kind kind(JsonNode object) {
        return Kind.of(object.path("apiVersion").asText(), object.path("kind").asText());
    }

    static ResourceRef ref(Kind kind, JsonNode metadata) {
        String namespace = kind.clusterWide() ? "" : metadata.path("namespace").asText();
        return new ResourceRef(kind, namespace, metadata.path("name").asText());
    }

    SecretKeeper secrets() {
        return secrets;
    }

    Newest newest() {
        return newest;
    }

    Map<Kind, Integer> counts() {
        return sheaves.keySet().stream()
                .collect(Collectors.toMap(ResourceRef::kind, _ -> 1, Integer::sum, LinkedHashMap::new));
    }

    /** Names of objects are no secrets, whatever Secret repeats them. */
    Scrubber scrubber() {
        Set<String> names = new HashSet<>();
        sheaves.keySet().forEach(ref -> names.add(ref.name()));
        sheaves.keySet().forEach(ref -> names.add(ref.namespace()));
        return secrets.scrubber(names);
    }

    Collection<ResourceRef> seen() {
        return sheaves.keySet();
    }

    World world(Stream<Observation> coverage) {
        Stream<Observation> told = sheaves.values().stream().flatMap(sheaf -> sheaf.observations().stream());
        return World.empty().applyAll(Stream.concat(told, coverage).toList());
    }
}
