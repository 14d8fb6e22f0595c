package io.kubilitics.graph.facts;

import io.kubilitics.graph.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A CustomResourceDefinition.
 *
 * @param stored versions in which objects may still lie in storage
 * @param conversion who turns one version into another
 */
public record CustomResourceFacts(
        Kind defines,
        String plural,
        boolean namespaced,
        List<Version> versions,
        List<String> stored,
        Optional<Calls> conversion,
        List<Condition> conditions)
        implements Facts {

    public CustomResourceFacts {
        versions = List.copyOf(versions);
        stored = List.copyOf(stored);
        conditions = List.copyOf(conditions);
    }

    /** One version of it. */
    public record Version(String name, boolean served, boolean stored, boolean deprecated) {}
}
