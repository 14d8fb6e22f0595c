package io.kubilitics.graph.world;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How much of the cluster this world can have seen, kind by kind. A kind that is not mentioned was not looked for. */
public final class Coverage {

    static final Coverage NONE = new Coverage(HashMap.empty(), HashSet.empty());

    private final Map<Kind, Reach> kinds;
    private final Set<ResourceRef> absent;

    private Coverage(Map<Kind, Reach> kinds, Set<ResourceRef> absent) {
        this.kinds = kinds;
        this.absent = absent;
    }

    /** Nothing was listed, and of these alone it is told that they are not there. */
    static Coverage without(Iterable<ResourceRef> absent) {
        return new Coverage(HashMap.empty(), HashSet.ofAll(absent));
    }

    /** How far the view of one kind reaches. */
    public static final class Reach {

        private static final Reach NONE = new Reach(false, HashSet.empty(), HashMap.empty(), 0);

        private final boolean everywhere;
        private final Set<String> namespaces;
        private final Map<String, String> refused;
        private final int outlined;

        private Reach(boolean everywhere, Set<String> namespaces, Map<String, String> refused, int outlined) {
            this.everywhere = everywhere;
            this.namespaces = namespaces;
            this.refused = refused;
            this.outlined = outlined;
        }

        /** All of the cluster was listed, but for namespaces that were refused since. */
        public boolean everywhere() {
            return everywhere;
        }

        /** Listed one by one. */
        public SortedSet<String> namespaces() {
            return new TreeSet<>(namespaces.toJavaSet());
        }

        /** Why not, by namespace; under the empty name what is said for all of the cluster. */
        public SortedMap<String, String> refused() {
            return new TreeMap<>(refused.toJavaMap());
        }

        /** Of how many only the metadata is known: that they are there, and nothing of what they say. */
        public int outlined() {
            return outlined;
        }

        /** Whether what was not seen there is absent. */
        public boolean covers(String namespace) {
            return (everywhere || namespaces.contains(namespace)) && !refused.containsKey(namespace);
        }

        private Reach list(String namespace) {
            return namespace.equals(Observation.EVERYWHERE)
                    ? new Reach(true, HashSet.empty(), HashMap.empty(), outlined)
                    : new Reach(everywhere, namespaces.add(namespace), refused.remove(namespace), outlined);
        }

        private Reach refuse(String namespace, String reason) {
            return namespace.equals(Observation.EVERYWHERE)
                    ? new Reach(false, namespaces, refused.put(namespace, reason), outlined)
                    : new Reach(everywhere, namespaces.remove(namespace), refused.put(namespace, reason), outlined);
        }

        private Reach outline(int resources) {
            return new Reach(everywhere, namespaces, refused, resources);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Reach reach
                    && everywhere == reach.everywhere
                    && namespaces.equals(reach.namespaces)
                    && refused.equals(reach.refused)
                    && outlined == reach.outlined;
        }

        @Override
        public int hashCode() {
            return java.util.Objects.hash(everywhere, namespaces, refused, outlined);
        }

        @Override
        public String toString() {
            String seen = everywhere ? "everywhere" : namespaces.isEmpty() ? "nowhere" : "in " + join(namespaces());
            String unseen = join(refused().entrySet().stream()
                    .map(each -> (each.getKey().isEmpty() ? "" : each.getKey() + ": ") + each.getValue())
                    .toList());
            return seen
                    + (unseen.isEmpty() ? "" : "; refused: " + unseen)
                    + (outlined == 0 ? "" : "; of %d the metadata only".formatted(outlined));
        }

        private static String join(Iterable<String> parts) {
            return String.join(", ", parts);
        }
    }

    /** Of a kind that was not looked for, it reaches nowhere. */
    public Reach of(Kind kind) {
        return kinds.getOrElse(kind, Reach.NONE);
    }

    /** Whether this resource would have been seen if it were there. */
    public boolean covers(ResourceRef ref) {
        return absent.contains(ref) || of(ref.kind()).covers(ref.namespace());
    }

    /** All that is known, by kind. */
    public SortedMap<Kind, Reach> kinds() {
        return new TreeMap<>(kinds.toJavaMap());
    }

    Coverage list(Kind kind, String namespace) {
        return with(kind, of(kind).list(namespace));
    }

    Coverage refuse(Kind kind, String namespace, String reason) {
        return with(kind, of(kind).refuse(namespace, reason));
    }

    Coverage outline(Kind kind, int resources) {
        return with(kind, of(kind).outline(resources));
    }

    private Coverage with(Kind kind, Reach reach) {
        return of(kind).equals(reach) ? this : new Coverage(kinds.put(kind, reach), absent);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coverage coverage && kinds.equals(coverage.kinds) && absent.equals(coverage.absent);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(kinds, absent);
    }

    @Override
    public String toString() {
        return kinds().toString();
    }
}
