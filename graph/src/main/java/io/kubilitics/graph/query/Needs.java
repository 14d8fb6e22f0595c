package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.Optional;

/** Who can do without what it uses, which relations do not tell. Made for one question. */
final class Needs {

    private final World world;
    private final Wiring wiring;
    private final Optional<Part> only;

    /** What alone fails of a ConfigMap or Secret. */
    record Part(ResourceRef of, String key) {}

    Needs(World world, Optional<Part> only) {
        this.world = world;
        wiring = world.wiring();
        this.only = only;
    }

    Needs(World world) {
        this(world, Optional.empty());
    }

    /** Whether harm goes this way, by a row of the table whose relation leads from who suffers to what it uses. */
    boolean carry(Propagation row, int cause, int sufferer) {
        if (row.when() != Propagation.When.NEEDED && only.isEmpty()) {
            return true;
        }
        ResourceRef used = wiring.ref(cause);
        Optional<Use> use = row.way() == Propagation.Direction.BACK
                ? Use.of(world, new Relation(row.type(), wiring.ref(sufferer), used))
                : Optional.empty();
        boolean needed = row.when() != Propagation.When.NEEDED
                || use.filter(Use::optional).isEmpty();
        return needed && use.flatMap(how -> key(used).map(how::concerns)).orElse(true);
    }

    private Optional<String> key(ResourceRef used) {
        return only.filter(part -> part.of().equals(used)).map(Part::key);
    }
}
