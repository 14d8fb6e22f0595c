package io.kubilitics.graph.facts;

import java.util.Set;

/** Requests that an admission rule is about. {@code *} stands for everything. */
public record Matched(Set<String> operations, Set<String> groups, Set<String> resources) {

    private static final String ALL = "*";

    public Matched {
        operations = Set.copyOf(operations);
        groups = Set.copyOf(groups);
        resources = Set.copyOf(resources);
    }

    /** Whether it is about such a request. */
    public boolean covers(String operation, String group, String resource) {
        return has(operations, operation)
                && has(groups, group)
                && (has(resources, resource) || resources.contains("*/*"));
    }

    private static boolean has(Set<String> all, String one) {
        return all.contains(ALL) || all.contains(one);
    }
}
