package io.kubilitics.graph.world;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.facts.NamespaceFacts;
import io.kubilitics.graph.facts.PlainMeta;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.select.Requirement;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Selection.Namespaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes up observations: few names and labels, so that they meet often. Every operator, empty and nil selectors, forged owners. */
final class RandomTown {

    private static final List<String> NAMESPACES = List.of("shop", "bank", "zoo");
    private static final List<Kind> KINDS = List.of(Kind.POD, Kind.CONFIG_MAP, new Kind("", "Service"));
    private static final List<String> KEYS = List.of("app", "tier");
    private static final List<String> VALUES = List.of("", "a", "b", "c");

    private final Random random;
    private int uid;

    RandomTown(long seed) {
        random = new Random(seed);
    }

    Observation next() {
        return random.nextInt(4) == 0 ? new Gone(ref()) : seen();
    }

    private Seen seen() {
        ResourceRef ref = ref();
        List<Relation> relations = new ArrayList<>();
        List<Selection> selections = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            relations.add(new Relation(type(), ref, ref()));
        }
        if (random.nextInt(4) == 0) {
            relations.add(new Relation(Relation.Type.OWNS, ref(), ref));
            relations.add(new Relation(type(), ref(), ref()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            ResourceRef from = random.nextInt(5) == 0 ? ref() : ref;
            selections.add(selection(from));
        }
        boolean namespace = ref.kind().equals(Kind.NAMESPACE);
        Meta meta = PlainMeta.of("u" + (random.nextBoolean() ? uid : uid++), labels());
        return new Seen(
                new Resource(ref, meta, namespace ? new NamespaceFacts(false, List.of()) : new ConfigFacts(Set.of())),
                relations,
                selections);
    }

    private Selection selection(ResourceRef from) {
        return switch (random.nextInt(5)) {
            case 0 -> new Selection(type(), from, Kind.NAMESPACE, new Namespaces.ClusterWide(), selector());
            case 1 -> new Selection(type(), from, any(KINDS), new Namespaces.Matching(Selector.EVERYTHING), selector());
            case 2 -> new Selection(type(), from, any(KINDS), new Namespaces.Matching(selector()), selector());
            default -> new Selection(type(), from, any(KINDS), new Namespaces.One(any(NAMESPACES)), selector());
        };
    }

    Selector selector() {
        if (random.nextInt(12) == 0) {
            return Selector.NOTHING;
        }
        List<Requirement> requirements = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            requirements.add(requirement());
        }
        return new Selector.All(requirements);
    }

    private Requirement requirement() {
        String key = any(KEYS);
        return switch (random.nextInt(6)) {
            case 0 -> new Requirement.NotIn(key, Set.of(any(VALUES)));
            case 1 -> new Requirement.Exists(key);
            case 2 -> new Requirement.Absent(key);
            case 3 -> new Requirement.In(key, Set.copyOf(List.of(any(VALUES), any(VALUES))));
            default -> new Requirement.In(key, Set.of(any(VALUES)));
        };
    }

    Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        KEYS.stream().filter(_ -> random.nextBoolean()).forEach(key -> labels.put(key, any(VALUES)));
        return labels;
    }

    private ResourceRef ref() {
        return random.nextInt(5) == 0
                ? ResourceRef.clusterWide(Kind.NAMESPACE, any(NAMESPACES))
                : ResourceRef.of(any(KINDS), any(NAMESPACES), "n" + random.nextInt(4));
    }

    private Relation.Type type() {
        return any(List.of(Relation.Type.values()));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
