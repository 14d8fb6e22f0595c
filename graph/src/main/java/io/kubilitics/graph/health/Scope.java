package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.Set;
import java.util.stream.Collectors;

/** Which part of the cluster is asked about. */
public sealed interface Scope {

    boolean includes(World world, ResourceRef ref);

    /** Whether all of a kind that may belong to it were listed. */
    boolean sees(World world, Kind kind);

    /** Whether something of that kind, if it were unwell, would be unwell in here. */
    default boolean mayHold(Kind kind) {
        return true;
    }

    /** Whether somebody asked for this kind here and was not allowed to see it. */
    default boolean refused(World world, Kind kind) {
        return !world.coverage().of(kind).refused().isEmpty();
    }

    /** Everything. */
    record Everything() implements Scope {
        @Override
        public boolean includes(World world, ResourceRef ref) {
            return true;
        }

        @Override
        public boolean sees(World world, Kind kind) {
            return world.listed(kind);
        }

        @Override
        public String toString() {
            return "the whole cluster";
        }
    }

    /** One namespace, itself too, and the nodes that its pods run on. */
    record InNamespace(String namespace) implements Scope {
        @Override
        public boolean includes(World world, ResourceRef ref) {
            return ref.namespace().equals(namespace)
                    || ref.equals(ResourceRef.clusterWide(Kind.NAMESPACE, namespace))
                    || (ref.kind().equals(Kind.NODE) && carriesPods(world, ref));
        }

        @Override
        public boolean sees(World world, Kind kind) {
            return kind.clusterWide() ? world.listed(kind) : world.listed(kind, namespace);
        }

        /** What belongs to no namespace is looked at with the whole cluster, but for the namespace itself and the nodes. */
        @Override
        public boolean mayHold(Kind kind) {
            return !kind.clusterWide() || kind.equals(Kind.NODE) || kind.equals(Kind.NAMESPACE);
        }

        @Override
        public boolean refused(World world, Kind kind) {
            Set<String> refused = world.coverage().of(kind).refused().keySet();
            return refused.contains(Observation.EVERYWHERE) || refused.contains(namespace);
        }

        private boolean carriesPods(World world, ResourceRef node) {
            return world.from(node, Relation.Type.SCHEDULED_ON)
                    .anyMatch(pod -> pod.namespace().equals(namespace));
        }

        @Override
        public String toString() {
            return "namespace " + namespace;
        }
    }

    /**
     * What is asked about, and all that it counts on.
     *
     * @param upstream as {@link io.kubilitics.graph.query.Upstream} finds it
     */
    record Around(Scope asked, Set<ResourceRef> upstream) implements Scope {
        public Around {
            upstream = Set.copyOf(upstream);
        }

        @Override
        public boolean includes(World world, ResourceRef ref) {
            return asked.includes(world, ref) || upstream.contains(ref);
        }

        @Override
        public boolean sees(World world, Kind kind) {
            return asked.sees(world, kind);
        }

        @Override
        public String toString() {
            return asked.toString();
        }
    }

    /** Some resources and all that stands below them. */
    record Below(Set<ResourceRef> tops) implements Scope {

        private static final Set<Kind> MADE_OR_NEEDED = Set.of(
                Kind.POD, Kind.REPLICA_SET, Kind.JOB, Kind.NODE, Kind.CONFIG_MAP, Kind.SECRET, Kind.CLAIM, Kind.EVENT);

        public Below {
            tops = Set.copyOf(tops);
        }

        @Override
        public boolean includes(World world, ResourceRef ref) {
            return tops.contains(ref) || tops.contains(world.topOwner(ref));
        }

        /** Workloads make ReplicaSets, Jobs and pods; those need nodes. */
        @Override
        public boolean mayHold(Kind kind) {
            return MADE_OR_NEEDED.contains(kind)
                    || tops.stream().anyMatch(top -> top.kind().equals(kind));
        }

        /** What stands below something stands in its namespace. */
        @Override
        public boolean sees(World world, Kind kind) {
            return tops.stream()
                    .allMatch(top -> (kind.clusterWide() || top.namespace().isEmpty())
                            ? world.listed(kind)
                            : world.listed(kind, top.namespace()));
        }

        @Override
        public String toString() {
            return tops.stream().sorted().map(ResourceRef::toString).collect(Collectors.joining(", "));
        }
    }
}
