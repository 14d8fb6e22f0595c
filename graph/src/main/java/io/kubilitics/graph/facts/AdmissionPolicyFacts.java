package io.kubilitics.graph.facts;

import java.util.List;

/**
 * A Validating- or MutatingAdmissionPolicy.
 *
 * @param closed whether a change is refused when it cannot be evaluated
 * @param warnings what the type check of its expressions found
 */
public record AdmissionPolicyFacts(boolean closed, List<Matched> matched, List<String> warnings) implements Background {
    public AdmissionPolicyFacts {
        matched = List.copyOf(matched);
        warnings = List.copyOf(warnings);
    }
}
