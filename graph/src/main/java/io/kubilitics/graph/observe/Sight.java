package io.kubilitics.graph.observe;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Address;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Kept;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Selection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One object while it is being read: its fields, and the references found in it so far. */
final class Sight {

    private final ResourceRef ref;
    private final Field object;
    private final Set<Relation> relations = new LinkedHashSet<>();
    private final List<Selection> selections = new ArrayList<>();
    private boolean restless;

    private Sight(ResourceRef ref, Field object) {
        this.ref = ref;
        this.object = object;
    }

    /** Nothing when it has no name: then it is no resource. */
    static Optional<Sight> of(Kind kind, JsonNode tree) {
        Field object = new Field(tree);
        Field metadata = object.at("metadata");
        return target(kind, metadata.at("namespace").text(), metadata.at("name").text())
                .map(ref -> new Sight(ref, object));
    }

    ResourceRef ref() {
        return ref;
    }

    String namespace() {
        return ref.namespace();
    }

    Field object() {
        return object;
    }

    Field spec() {
        return object.at("spec");
    }

    Field status() {
        return object.at("status");
    }

    String label(String name) {
        return object.at("metadata", "labels").at(name).text();
    }

    String annotation(String name) {
        return object.at("metadata", "annotations").at(name).text();
    }

    /** Whether its controller has seen the present specification; true for kinds that do not tell. */
    boolean observed() {
        Field observed = status().at("observedGeneration");
        return !observed.exists()
                ? !object.at("metadata", "generation").exists()
                : observed.large() >= object.at("metadata", "generation").large();
    }

    /** A resource by name; nothing when the name is empty. */
    static Optional<ResourceRef> target(Kind kind, String namespace, String name) {
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourceRef(kind, kind.clusterWide() ? "" : namespace, name));
    }

    /** What an object reference means, by its {@code apiVersion} or {@code apiGroup}, {@code kind} and {@code name}. */
    Optional<ResourceRef> target(Field reference) {
        return kind(reference)
                .flatMap(kind -> target(
                        kind,
                        reference.at("namespace").text(namespace()),
                        reference.at("name").text()));
    }

    private static Optional<Kind> kind(Field reference) {
        String name = reference.at("kind").text();
        if (name.isBlank()) {
            return Optional.empty();
        }
        Optional<String> group =
                reference.at("apiGroup").given().or(() -> reference.at("group").given());
        Optional<String> version = reference.at("apiVersion").given();
        return Optional.of(group.map(of -> new Kind(of, name))
                .or(() -> version.map(of -> Kind.of(of, name)))
                .orElseGet(() -> Kind.named(name)));
    }

    /** Refers to a resource of a kind, in its own namespace. */
    void refer(Relation.Type type, Kind kind, String name) {
        target(kind, namespace(), name).ifPresent(to -> refer(type, to));
    }

    void refer(Relation.Type type, ResourceRef to) {
        relations.add(new Relation(type, ref, Shared.value(to)));
    }

    /** The other one is the first end of the relation, though this one tells of it. */
    void referredBy(Relation.Type type, ResourceRef from) {
        relations.add(new Relation(type, from, ref));
    }

    void connect(List<Address> calls) {
        calls.stream()
                .flatMap(call -> call.service(namespace()).stream())
                .forEach(service -> refer(Relation.Type.CONNECTS_TO, service));
    }

    /** Refers to all pods of its namespace that match. */
    void selectPods(Relation.Type type, Selector pods) {
        selections.add(new Selection(type, ref, Kind.POD, new Selection.Namespaces.One(namespace()), pods));
    }

    /** It is written again and again without saying anything new: versions and times of writing are left out. */
    void restless() {
        restless = true;
    }

    /** What it tells; with it the object is kept, unless it is restless. */
    Seen seen(Facts facts, Supplier<Kept> kept) {
        Seen seen = outline(facts);
        return restless ? seen : seen.keeping(kept.get());
    }

    /** What it tells, without the object itself. */
    Seen outline(Facts facts) {
        Field metadata = object.at("metadata");
        Meta meta = restless ? Headers.quiet(metadata, namespace()) : Headers.meta(metadata, namespace());
        meta.owners().forEach(owner -> referredBy(Relation.Type.OWNS, owner.ref()));
        Headers.deliveredBy(this).ifPresent(by -> referredBy(Relation.Type.DELIVERS, by));
        return new Seen(new Resource(ref, meta, facts), List.copyOf(relations), selections);
    }
}
