package io.kubilitics.graph;

import java.util.List;

/**
 * A kind of resource, as the API names it. A kind without a constant here is still a kind.
 *
 * @param group of the API, empty for the core group
 * @param name in the singular, as manifests spell it
 */
public record Kind(String group, String name) implements Comparable<Kind> {

    public static final Kind POD = core("Pod");
    public static final Kind NODE = core("Node");
    public static final Kind NAMESPACE = core("Namespace");
    public static final Kind CONFIG_MAP = core("ConfigMap");
    public static final Kind SECRET = core("Secret");
    public static final Kind EVENT = core("Event");
    public static final Kind DEPLOYMENT = new Kind("apps", "Deployment");
    public static final Kind REPLICA_SET = new Kind("apps", "ReplicaSet");

    /** What the body watches, in the order in which it is worth knowing. */
    public static final List<Kind> WATCHED =
            List.of(NAMESPACE, NODE, CONFIG_MAP, SECRET, DEPLOYMENT, REPLICA_SET, POD, EVENT);

    public Kind {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a kind needs a name");
        }
    }

    private static Kind core(String name) {
        return new Kind("", name);
    }

    /** The kind that a reference inside an object means: its API version says the group. */
    public static Kind of(String apiVersion, String name) {
        int slash = apiVersion.indexOf('/');
        return new Kind(slash < 0 ? "" : apiVersion.substring(0, slash), name);
    }

    /** Nodes and namespaces belong to no namespace. */
    public boolean clusterWide() {
        return equals(NODE) || equals(NAMESPACE);
    }

    @Override
    public int compareTo(Kind other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : group.compareTo(other.group);
    }

    @Override
    public String toString() {
        return name;
    }
}
