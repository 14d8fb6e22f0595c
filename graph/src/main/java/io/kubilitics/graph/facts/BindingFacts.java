package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;
import java.util.List;
import java.util.Optional;

/** A RoleBinding or ClusterRoleBinding. */
public record BindingFacts(Optional<ResourceRef> role, List<Subject> subjects) implements Background {

    public BindingFacts {
        subjects = List.copyOf(subjects);
    }

    /**
     * Who gets the rights.
     *
     * @param kind {@code ServiceAccount}, {@code User} or {@code Group}
     */
    public record Subject(String kind, String namespace, String name) {}
}
