package io.kubilitics.graph.select;

import java.util.Comparator;
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

    /** Where to look for it: whatever labels it matches bear one of these. None when it matches nothing. */
    List<Mark> marks();

    /** Every requirement holds; without any, everything matches. */
    record All(List<Requirement> requirements) implements Selector {
        public All {
            requirements = List.copyOf(requirements);
        }

        @Override
        public boolean matches(Map<String, String> labels) {
            return requirements.stream().allMatch(requirement -> requirement.holds(labels));
        }

        /** The requirement that leaves least to look at. */
        @Override
        public List<Mark> marks() {
            return requirements.stream()
                    .map(Requirement::marks)
                    .min(Comparator.comparing((List<Mark> marks) -> marks.contains(Mark.ANY))
                            .thenComparing(marks -> marks.stream().anyMatch(Mark.Key.class::isInstance))
                            .thenComparingInt(List::size))
                    .orElse(List.of(Mark.ANY));
        }
    }

    record None() implements Selector {
        @Override
        public boolean matches(Map<String, String> labels) {
            return false;
        }

        @Override
        public List<Mark> marks() {
            return List.of();
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
