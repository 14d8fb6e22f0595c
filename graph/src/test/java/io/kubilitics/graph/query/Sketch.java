package io.kubilitics.graph.query;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.facts.PlainMeta;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A world drawn in lines: {@code Pod/a SCHEDULED_ON Node/n}. What stands at a first end is there, and what stands alone; all else
 * is only referred to. Everything lies in namespace shop, and every kind that occurs is listed.
 */
final class Sketch {

    private Sketch() {}

    static World of(String... lines) {
        Map<ResourceRef, List<Relation>> resources = new LinkedHashMap<>();
        List<Observation> told = new ArrayList<>();
        for (String line : lines) {
            List<String> words = List.of(line.split(" "));
            List<Relation> relations = resources.computeIfAbsent(ref(words.getFirst()), _ -> new ArrayList<>());
            told.add(new Observation.Listed(ref(words.getLast()).kind()));
            told.add(new Observation.Listed(ref(words.getFirst()).kind()));
            if (words.size() == 3) {
                Relation.Type type = Relation.Type.valueOf(words.get(1));
                relations.add(new Relation(type, ref(words.getFirst()), ref(words.getLast())));
            }
        }
        resources.forEach((ref, relations) -> told.add(seen(ref, relations)));
        return World.empty().applyAll(told);
    }

    private static Seen seen(ResourceRef ref, List<Relation> relations) {
        Meta meta = PlainMeta.of("u-" + ref, Map.of());
        return new Seen(new Resource(ref, meta, new ConfigFacts(Set.of())), relations, List.of());
    }

    static ResourceRef ref(String text) {
        int slash = text.indexOf('/');
        return ResourceRef.of(new Kind("", text.substring(0, slash)), "shop", text.substring(slash + 1));
    }
}
