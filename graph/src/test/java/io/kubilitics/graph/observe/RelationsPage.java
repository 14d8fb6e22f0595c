package io.kubilitics.graph.observe;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.ShortObjects;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The page about relations: what the enum says of each, and what the observers make of one example. */
final class RelationsPage {

    private static final String HEAD = """
            # Relations

            Generated from the code by `RelationsPageTest`; do not edit. A relation is read from its first end to its second, and the
            second need not exist. Those that follow from a selector are told by the resource that selects, and change with the labels of
            others; all others stand in the fields of one object. By these names `./kubilitics world` calls them, in tables, JSON and pictures.
            `reads` and `mounts` of a ConfigMap or Secret are told with the keys that are named, and with `optional` where the first end can do
            without: `world around`, `path` and `impact` show it. What is only optional harms nobody by being absent.

            """;

    private RelationsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| relation | the first … | example |\n|---|---|---|\n");
        List<Seen> examples = examples();
        for (Relation.Type type : Relation.Type.values()) {
            page.append("| `%s` | %s | %s |\n".formatted(type.id(), type.words(), example(type, examples)));
        }
        return page.toString();
    }

    private static String example(Relation.Type type, List<Seen> examples) {
        Stream<String> byName = examples.stream()
                .flatMap(seen -> seen.relations().stream())
                .filter(relation -> relation.type() == type)
                .map(relation -> "%s → %s".formatted(relation.from(), relation.to()));
        Stream<String> bySelector = examples.stream()
                .flatMap(seen -> seen.selections().stream())
                .filter(selection -> selection.type() == type)
                .map(RelationsPage::selected);
        return Stream.concat(byName, bySelector)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no example of " + type));
    }

    private static String selected(Selection selection) {
        return "%s → each %s that matches".formatted(selection.from(), selection.among());
    }

    static List<Seen> examples() {
        return objects().stream()
                .flatMap(object -> Observers.observe(object).stream())
                .map(Seen.class::cast)
                .toList();
    }

    /** At least one of every kind that is understood. */
    static List<JsonNode> objects() {
        try (InputStream in =
                Objects.requireNonNull(RelationsPage.class.getResourceAsStream("/relations/examples.txt"))) {
            return ShortObjects.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
