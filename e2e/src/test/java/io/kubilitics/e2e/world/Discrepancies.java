package io.kubilitics.e2e.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where one world is not like another: objects with all that was observed of them, resources that are only referred to,
 * relations, events, coverage.
 */
final class Discrepancies {

    private final World live;
    private final World fresh;
    private final SortedMap<String, String> found = new TreeMap<>();

    private Discrepancies(World live, World fresh) {
        this.live = live;
        this.fresh = fresh;
    }

    /** In words, each under what it is about, which stays the same from look to look. */
    static SortedMap<String, String> between(World live, World fresh) {
        Discrepancies all = new Discrepancies(live, fresh);
        Set<ResourceRef> known = new TreeSet<>(known(live));
        known.addAll(known(fresh));
        known.forEach(all::compare);
        all.compareRelations();
        all.compare("coverage", live.coverage(), fresh.coverage());
        return all.found;
    }

    private void compare(ResourceRef ref) {
        compare("reference to " + ref, known(live, ref), known(fresh, ref));
        compare("presence of " + ref, live.presence(ref), fresh.presence(ref));
        Optional<Resource> is = live.find(ref);
        Optional<Resource> shall = fresh.find(ref);
        if (is.isPresent() && shall.isPresent()) {
            compare("what is known of " + ref, is.get(), shall.get());
            if (!Churn.reuses(ref)) {
                // Elsewhere the API server still tells of what happened to an earlier object of that name.
                compare("events of " + ref, live.events(ref), fresh.events(ref));
            }
        }
    }

    private void compareRelations() {
        Set<Relation> is = relations(live);
        Set<Relation> shall = relations(fresh);
        shall.stream().filter(each -> !is.contains(each)).forEach(each -> tell("relation " + text(each), "is missing"));
        is.stream()
                .filter(each -> !shall.contains(each))
                .forEach(each -> tell("relation " + text(each), "should not be there"));
    }

    private static String text(Relation relation) {
        return "%s %s -> %s".formatted(relation.type(), relation.from(), relation.to());
    }

    private void compare(String about, Object is, Object shall) {
        if (!is.equals(shall)) {
            List<String> differences = new ArrayList<>();
            explain("", is, shall, differences);
            tell(about, String.join("; ", differences));
        }
    }

    /** Only the parts that differ. */
    private static void explain(String at, @Nullable Object is, @Nullable Object shall, List<String> differences) {
        if (Objects.equals(is, shall)) {
            return;
        }
        if (is instanceof Record record && shall != null && is.getClass() == shall.getClass()) {
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                explain(at + "." + part.getName(), value(part, is), value(part, shall), differences);
            }
        } else {
            differences.add("%s is %s, should be %s".formatted(at, is, shall));
        }
    }

    private static @Nullable Object value(RecordComponent part, Object record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(part + " cannot be read", closed);
        }
    }

    private void tell(String about, String difference) {
        found.put(about, difference);
    }

    static Set<Relation> relations(World world) {
        Set<Relation> relations = new HashSet<>();
        Wiring wiring = world.wiring();
        for (int i = 0; i < wiring.bound(); i++) {
            int from = i;
            if (wiring.used(from)) {
                wiring.out(from, (type, to) -> relations.add(new Relation(type, wiring.ref(from), wiring.ref(to))));
            }
        }
        return relations;
    }

    private static Set<ResourceRef> known(World world) {
        Set<ResourceRef> known = new HashSet<>();
        Wiring wiring = world.wiring();
        for (int i = 0; i < wiring.bound(); i++) {
            if (wiring.used(i)) {
                known.add(wiring.ref(i));
            }
        }
        return known;
    }

    private static boolean known(World world, ResourceRef ref) {
        return world.wiring().number(ref).isPresent();
    }
}
