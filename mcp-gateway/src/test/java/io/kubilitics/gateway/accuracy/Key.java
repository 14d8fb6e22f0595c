package io.kubilitics.gateway.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.gateway.bundle.text.Limits;
import io.kubilitics.gateway.bundle.text.Sources;
import io.kubilitics.gateway.bundle.text.Unreadable;
import io.kubilitics.gateway.bundle.text.WholeTree;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What is right about one incident, as its author says: {@code cases-expected/ID/expected.yaml} beside {@code cases/ID}.
 *
 * @param status what is to be said at all
 * @param family the category of what is at fault
 * @param families this and others that may be defended as well
 */
record Key(String status, String family, Set<String> families, Set<Place> roots) {

    Key {
        families = Set.copyOf(families);
        roots = Set.copyOf(roots);
    }

    /** Which object; keys leave out the namespace of some. */
    record Place(String kind, String namespace, String name) {

        private static Place of(JsonNode node) {
            return new Place(
                    node.path("kind").asText(),
                    node.path("namespace").asText(""),
                    node.path("name").asText());
        }

        private boolean isOf(Answer.Found found) {
            return kind.equals(found.kind())
                    && name.equals(found.name())
                    && (namespace.isEmpty() || namespace.equals(found.namespace()));
        }
    }

    static Key of(Path bundle) throws IOException {
        Path cases = Objects.requireNonNull(bundle.getParent(), "a bundle lies among others");
        Path folder = cases.resolveSibling(cases.getFileName() + "-expected");
        Path file = folder.resolve(bundle.getFileName()).resolve("expected.yaml");
        try (Reader text = Sources.text(Files.newInputStream(file), Limits.USUAL.fileBytes())) {
            return of(WholeTree.of(text, Limits.USUAL, (_, _) -> {}));
        } catch (Unreadable broken) {
            throw new IOException(file + ": " + broken.says(), broken);
        }
    }

    private static Key of(JsonNode node) {
        String family = node.path("category").asText();
        Set<String> families = new HashSet<>(Set.of(family));
        node.path("alternateCategories").forEach(other -> families.add(other.asText()));
        Set<Place> roots = new HashSet<>(Set.of(Place.of(node.path("rootCause"))));
        node.path("alternateRootCauses").forEach(other -> roots.add(Place.of(other)));
        return new Key(node.path("status").asText(), family, families, roots);
    }

    /** Whether somebody who follows this cause would end the incident. */
    boolean holds(Answer.Found found) {
        return status.equals("diagnosed")
                && families.contains(found.category())
                && roots.stream().anyMatch(root -> root.isOf(found));
    }
}
