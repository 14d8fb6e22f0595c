package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.NodeTerm;
import io.kubilitics.graph.select.Requirement;
import io.kubilitics.graph.select.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Selectors as objects spell them. An operator that does not exist selects nothing: the API would have refused it. */
final class Selectors {

    private Selectors() {}

    /** {@code matchLabels} and {@code matchExpressions}; an empty one means everything. What a missing one means, the field says. */
    static Selector of(Field selector, Selector missing) {
        if (!selector.node().isObject()) {
            return missing;
        }
        List<Optional<Requirement>> requirements = Stream.concat(
                        Selector.equalities(selector.at("matchLabels").pairs()).map(Optional::of),
                        selector.at("matchExpressions").each().map(Selectors::requirement))
                .toList();
        return all(requirements);
    }

    private static Selector all(List<Optional<Requirement>> requirements) {
        return requirements.stream().allMatch(Optional::isPresent)
                ? new Selector.All(
                        requirements.stream().flatMap(Optional::stream).toList())
                : Selector.NOTHING;
    }

    private static Optional<Requirement> requirement(Field expression) {
        String key = expression.at("key").text();
        Set<String> values = new HashSet<>();
        expression.at("values").each().map(Field::text).forEach(values::add);
        return switch (expression.at("operator").text()) {
            case "In" -> Optional.of(new Requirement.In(key, values));
            case "NotIn" -> Optional.of(new Requirement.NotIn(key, values));
            case "Exists" -> Optional.of(new Requirement.Exists(key));
            case "DoesNotExist" -> Optional.of(new Requirement.Absent(key));
            default -> Optional.empty();
        };
    }

    /** One {@code nodeSelectorTerm}. One without any demand holds for no node. */
    static NodeTerm nodeTerm(Field term) {
        List<Optional<Requirement>> labels = new ArrayList<>();
        boolean compares = false;
        for (Field expression : term.at("matchExpressions").each().toList()) {
            if (Set.of("Gt", "Lt").contains(expression.at("operator").text())) {
                compares = true;
                labels.add(
                        Optional.of(new Requirement.Exists(expression.at("key").text())));
            } else {
                labels.add(requirement(expression));
            }
        }
        Set<String> names = new HashSet<>();
        for (Field field : term.at("matchFields").each().toList()) {
            boolean in = field.at("operator").text().equals("In");
            compares |= !in;
            if (in && field.at("key").text().equals("metadata.name")) {
                names.addAll(field.at("values").texts());
            }
        }
        return new NodeTerm(
                labels.isEmpty() && names.isEmpty() && !compares ? Selector.NOTHING : all(labels), names, compares);
    }
}
