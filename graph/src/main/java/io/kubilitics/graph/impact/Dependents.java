package io.kubilitics.graph.impact;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ReplicaSetFacts;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is touched when fields of a resource change: what stands below it, what reads it, and what stands below that. */
public final class Dependents {

    private static final String TEMPLATE = "/spec/template/";

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
    public static Impact of(World world, ResourceRef target, List<String> paths) {
        boolean newTemplate = paths.stream().anyMatch(path -> path.startsWith(TEMPLATE));
        Dependents dependents = new Dependents(world, newTemplate);
        dependents.add(target, "changed");
        dependents.below(target);
        dependents.readers(target);
        return new Impact(target, new ArrayList<>(dependents.found.values()));
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

    /** A reader that runs keeps the values it started with. */
    private void readers(ResourceRef source) {
        world.from(source, Relation.Type.READS)
                .sorted()
                .forEach(reader -> add(reader, "reads it: takes the new values at its next start"));
    }

    private boolean add(ResourceRef ref, String what) {
        return Optional.ofNullable(found.putIfAbsent(ref, new Effect(ref, what)))
                .isEmpty();
    }
}
