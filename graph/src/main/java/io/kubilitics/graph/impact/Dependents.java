package io.kubilitics.graph.impact;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ReplicaSetFacts;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is touched when fields of a resource change: what stands below it, what reads it, and what stands below that. */
public final class Dependents {

    private static final String TEMPLATE = "/spec/template/";

    /** How content is used, and what it means when that changes. */
    private static final Map<Relation.Type, String> USES = new EnumMap<>(Map.of(
            Relation.Type.READS, "reads it: takes the new values at its next start",
            Relation.Type.MOUNTS,
                    "has it as files: they follow within minutes, or at its next start where subPath is used",
            Relation.Type.SECURED_BY, "shows the certificate in it: takes the new one when it notices",
            Relation.Type.PULLS_WITH, "pulls its images with it: at its next start"));

    private final World world;
    private final boolean newTemplate;
    private final Map<ResourceRef, Effect> found = new LinkedHashMap<>();

    private Dependents(World world, boolean newTemplate) {
        this.world = world;
        this.newTemplate = newTemplate;
    }

    /**
     * What a change would touch.
     *
     * @param paths of the fields that change, as JSON Pointers
     */
    public static Footprint of(World world, ResourceRef target, List<String> paths) {
        boolean newTemplate = paths.stream().anyMatch(path -> path.startsWith(TEMPLATE));
        Dependents dependents = new Dependents(world, newTemplate);
        dependents.add(target, "changed");
        dependents.below(target);
        dependents.readers(target);
        return new Footprint(target, new ArrayList<>(dependents.found.values()));
    }

    private void below(ResourceRef owner) {
        world.to(owner, Relation.Type.OWNS).filter(this::matters).sorted().forEach(owned -> {
            if (add(owned, effect(owned))) {
                below(owned);
            }
        });
    }

    /** Revisions that are kept only to go back to them are left as they are. */
    private boolean matters(ResourceRef owned) {
        return world.find(owned)
                .map(resource -> !(resource.facts() instanceof ReplicaSetFacts revision) || revision.desired() > 0)
                .orElse(true);
    }

    private String effect(ResourceRef owned) {
        if (!newTemplate) {
            return "may follow";
        }
        return owned.kind().equals(Kind.POD) ? "replaced by a new pod" : "followed by a new one";
    }

    /** A reader that runs keeps the values it started with; files change under it. */
    private void readers(ResourceRef source) {
        USES.forEach((type, effect) -> world.from(source, type).sorted().forEach(reader -> add(reader, effect)));
    }

    /** Who uses a resource's content, and so may suffer from what is written into it. */
    public static Stream<ResourceRef> users(World world, ResourceRef source) {
        return USES.keySet().stream().flatMap(type -> world.from(source, type)).distinct();
    }

    private boolean add(ResourceRef ref, String what) {
        return Optional.ofNullable(found.putIfAbsent(ref, new Effect(ref, what)))
                .isEmpty();
    }
}
