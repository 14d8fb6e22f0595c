package io.kubilitics.graph;

import java.util.Comparator;

/**
 * Names one resource of the cluster, whether it exists or not.
 *
 * @param namespace empty for a cluster-wide resource
 */
public record ResourceRef(Kind kind, String namespace, String name) implements Comparable<ResourceRef> {

    private static final Comparator<ResourceRef> ORDER = Comparator.comparing(ResourceRef::namespace)
            .thenComparing(ResourceRef::kind)
            .thenComparing(ResourceRef::name);

    public ResourceRef {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a resource needs a name: " + kind + " in '" + namespace + "'");
        }
    }

    public static ResourceRef of(Kind kind, String namespace, String name) {
        return new ResourceRef(kind, namespace, name);
    }

    public static ResourceRef clusterWide(Kind kind, String name) {
        return new ResourceRef(kind, "", name);
    }

    /** What differs mostly is compared first. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof ResourceRef ref
                        && name.equals(ref.name)
                        && namespace.equals(ref.namespace)
                        && kind.equals(ref.kind));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + namespace.hashCode()) + kind.hashCode();
    }

    @Override
    public int compareTo(ResourceRef other) {
        return ORDER.compare(this, other);
    }

    /** As a person would say it: {@code Deployment shop/cart}. */
    @Override
    public String toString() {
        return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }
}
