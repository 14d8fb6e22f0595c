package io.kubilitics.operator.proposal;

import java.util.List;

/**
 * Somebody as the API server knows him.
 *
 * @param groups those he claimed when he decided; admission let only groups of his own pass
 */
public record Person(String name, List<String> groups) {
    public Person {
        groups = List.copyOf(groups);
    }
}
