package io.kubilitics.graph.select;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One condition on labels. */
public sealed interface Requirement {

    boolean holds(Map<String, String> labels);

    /** Labels for which it holds bear one of these. */
    List<Mark> marks();

    record In(String key, Set<String> values) implements Requirement {
        public In {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holds(Map<String, String> labels) {
            String value = labels.get(key);
            return value != null && values.contains(value);
        }

        @Override
        public List<Mark> marks() {
            return values.stream()
                    .sorted()
                    .<Mark>map(value -> new Mark.Pair(key, value))
                    .toList();
        }
    }

    /** Holds too where the label is not there. */
    record NotIn(String key, Set<String> values) implements Requirement {
        public NotIn {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holds(Map<String, String> labels) {
            String value = labels.get(key);
            return value == null || !values.contains(value);
        }

        @Override
        public List<Mark> marks() {
            return List.of(Mark.ANY);
        }
    }

    record Exists(String key) implements Requirement {
        @Override
        public boolean holds(Map<String, String> labels) {
            return labels.containsKey(key);
        }

        @Override
        public List<Mark> marks() {
            return List.of(new Mark.Key(key));
        }
    }

    record Absent(String key) implements Requirement {
        @Override
        public boolean holds(Map<String, String> labels) {
            return !labels.containsKey(key);
        }

        @Override
        public List<Mark> marks() {
            return List.of(Mark.ANY);
        }
    }
}
