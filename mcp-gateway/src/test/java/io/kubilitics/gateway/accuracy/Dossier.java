package io.kubilitics.gateway.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.gateway.bundle.text.Documents;
import io.kubilitics.gateway.bundle.text.Limits;
import io.kubilitics.gateway.bundle.text.ObjectScan;
import io.kubilitics.gateway.bundle.text.Sources;
import io.kubilitics.gateway.bundle.text.Unreadable;
import io.kubilitics.gateway.bundle.text.WholeTree;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All files of a bundle in memory, to be changed and written again. Nothing that was handed in is ever changed.
 *
 * @param trees the small files by their names
 * @param texts the table of metrics and the logs, by their paths
 */
record Dossier(List<ObjectNode> objects, Map<String, JsonNode> trees, Map<String, String> texts) {

    static final String INCIDENT = "incident.yaml";
    static final String TIMELINE = "timeline.yaml";
    static final String ALERTS = "alerts.yaml";
    static final String PROBES = "probes.yaml";
    static final String APPLIED = "applied.yaml";
    static final String METRICS = "metrics.csv";
    static final String LOGS = "logs/";

    Dossier {
        objects = List.copyOf(objects);
        trees = Map.copyOf(trees);
        texts = Map.copyOf(texts);
    }

    static Dossier read(Path bundle) throws IOException {
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        for (String name : List.of(INCIDENT, TIMELINE, ALERTS, PROBES)) {
            if (Files.exists(bundle.resolve(name))) {
                trees.put(name, tree(bundle.resolve(name)));
            }
        }
        if (Files.exists(bundle.resolve(APPLIED))) {
            trees.put(
                    APPLIED,
                    JsonNodeFactory.instance.arrayNode().addAll(List.copyOf(objects(bundle.resolve(APPLIED)))));
        }
        return new Dossier(objects(bundle.resolve("objects.yaml")), trees, texts(bundle));
    }

    private static JsonNode tree(Path file) throws IOException {
        try (Reader text = text(file)) {
            return WholeTree.of(text, Limits.USUAL, (_, _) -> {});
        } catch (Unreadable broken) {
            throw new IOException(file + ": " + broken.says(), broken);
        }
    }

    private static Map<String, String> texts(Path bundle) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = bundle.relativize(file).toString();
                if (name.equals(METRICS) || name.startsWith(LOGS)) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static List<ObjectNode> objects(Path file) throws IOException {
        Collected collected = new Collected();
        try (Reader text = text(file)) {
            Documents documents = new Documents(text);
            while (documents.next()) {
                new ObjectScan(Limits.USUAL, collected).scan(documents.current());
            }
        } catch (Unreadable broken) {
            throw new IOException(file + ": " + broken.says(), broken);
        }
        return collected.objects;
    }

    private static Reader text(Path file) throws IOException {
        return Sources.text(Files.newInputStream(file), Limits.USUAL.fileBytes());
    }

    /** JSON, which is YAML too and is read many times faster. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder all = new StringBuilder();
        objects.forEach(object -> all.append("---\n").append(object).append('\n'));
        Files.writeString(folder.resolve("objects.yaml"), all);
        for (Map.Entry<String, JsonNode> tree : trees.entrySet()) {
            Files.writeString(folder.resolve(tree.getKey()), tree.getValue().toString());
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }

    JsonNode incident() {
        return trees.getOrDefault(INCIDENT, MissingNode.getInstance());
    }

    Dossier with(List<ObjectNode> others) {
        return new Dossier(others, trees, texts);
    }

    Dossier withoutKind(String... kinds) {
        List<String> gone = List.of(kinds);
        return with(objects.stream()
                .filter(object -> !gone.contains(object.path("kind").asText()))
                .toList());
    }

    Dossier withoutTree(String name) {
        Map<String, JsonNode> left = new LinkedHashMap<>(trees);
        left.remove(name);
        return new Dossier(objects, left, texts);
    }

    Dossier withoutTexts(String beginning) {
        Map<String, String> left = new TreeMap<>(texts);
        left.keySet().removeIf(name -> name.startsWith(beginning));
        return new Dossier(objects, trees, left);
    }

    /** With each object changed, a copy of it. */
    Dossier each(UnaryOperator<ObjectNode> change) {
        return with(
                objects.stream().map(object -> change.apply(object.deepCopy())).toList());
    }

    private static final class Collected implements ObjectScan.Found {

        private final List<ObjectNode> objects = new ArrayList<>();

        @Override
        public void object(ObjectNode object, int line) {
            objects.add(object);
        }

        @Override
        public void refused(Unreadable why) {
            throw new IllegalStateException(why.says());
        }

        @Override
        public void repeated(String field, int line) {
            // What is varied was read before, with all that is to be said of it.
        }

        @Override
        public void endOfList(ObjectNode head) {
            // Whether a list was complete does not matter in a bundle.
        }
    }
}
