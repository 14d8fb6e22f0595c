package io.kubilitics.graph.select;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which labels are meant: all requirements hold. Whether one that was left out means everything or nothing differs from field to
 * field, so whoever reads the field chooses {@link #EVERYTHING} or {@link #NOTHING}.
 */
public sealed interface Selector {

    Selector EVERYTHING = new All(List.of());
    Selector NOTHING = new None();

    boolean matches(Map<String, String> labels);

    /** Every requirement holds; without any, everything matches. */
    record All(List<Requirement> requirements) implements Selector {
        public All {
            requirements = List.copyOf(requirements);
        }

        @Override
        public boolean matches(Map<String, String> labels) {
            return requirements.stream().allMatch(requirement -> requirement.holds(labels));
        }
    }

    record None() implements Selector {
        @Override
        public boolean matches(Map<String, String> labels) {
            return false;
        }
    }

    /** Labels that must have just these values. */
    static Selector of(Map<String, String> labels) {
        return new All(equalities(labels).toList());
    }

    static Stream<Requirement> equalities(Map<String, String> labels) {
        return labels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(label -> new Requirement.In(label.getKey(), Set.of(label.getValue())));
    }
}
