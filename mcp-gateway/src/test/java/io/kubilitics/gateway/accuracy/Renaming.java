package io.kubilitics.gateway.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another name for everything that has one, the same wherever it is told: in objects, logs, events, columns and paths. */
final class Renaming {

    /** What stands there are words of Kubernetes. */
    private static final Set<String> KEPT = Set.of(
            "kind",
            "apiVersion",
            "reason",
            "type",
            "status",
            "phase",
            "protocol",
            "operator",
            "effect",
            "verbs",
            "resources",
            "apiGroups",
            "key",
            "topologyKey",
            "provisioner",
            "driver",
            "operation",
            "manager",
            "action",
            "uid",
            "resourceVersion",
            "op",
            "path",
            "metric",
            "result");
    /** Maps whose keys are names. */
    private static final Set<String> BY_NAME = Set.of("callGraph", "errorLogs");

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*");
    private static final Pattern PACKAGE = Pattern.compile("(com|org|io|java|javax|sun|net|jdk)\\.[a-z].*");

    private final Names names;
    private final Map<String, String> runs = new HashMap<>();

    private Renaming(Names names) {
        this.names = names;
    }

    static Renaming of(Dossier dossier) {
        return new Renaming(Names.of(dossier));
    }

    Dossier apply(Dossier dossier) {
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        dossier.trees().forEach((name, tree) -> trees.put(name, tree(tree, "")));
        Map<String, String> texts = new TreeMap<>();
        dossier.texts()
                .forEach(
                        (path, text) -> texts.put(path(path), path.equals(Dossier.METRICS) ? table(text) : text(text)));
        return new Dossier(
                dossier.objects().stream()
                        .map(object -> (ObjectNode) tree(object, ""))
                        .toList(),
                trees,
                texts);
    }

    private JsonNode tree(JsonNode node, String field) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode other = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(
                                entry -> other.set(key(field, entry.getKey()), tree(entry.getValue(), entry.getKey())));
                yield other;
            }
            case ArrayNode array -> {
                ArrayNode other = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> other.add(tree(element, field)));
                yield other;
            }
            case TextNode text when !KEPT.contains(field) -> TextNode.valueOf(text(text.textValue()));
            default -> node;
        };
    }

    private String key(String field, String key) {
        return BY_NAME.contains(field) || key.startsWith("k:{") ? text(key) : key;
    }

    /** Of a log: its namespace, its pod and its container. */
    private String path(String path) {
        if (!path.startsWith(Dossier.LOGS)) {
            return path;
        }
        String[] parts = path.split("/");
        for (int i = 1; i < parts.length - 1; i++) {
            parts[i] = text(parts[i]);
        }
        String file = parts[parts.length - 1];
        int end = file.endsWith(".previous.log") ? file.length() - 13 : file.length() - 4;
        parts[parts.length - 1] = text(file.substring(0, end)) + file.substring(end);
        return String.join("/", parts);
    }

    /** Only its first line has names: those of the columns, with the number that they tell behind the last dash. */
    private String table(String table) {
        int end = table.indexOf('\n');
        StringBuilder head = new StringBuilder();
        for (String column : table.substring(0, end).split(",", -1)) {
            int dash = column.lastIndexOf('-');
            head.append(head.isEmpty() ? "" : ",")
                    .append(dash < 0 ? column : text(column.substring(0, dash)) + column.substring(dash));
        }
        return head + table.substring(end);
    }

    String text(String text) {
        Matcher run = RUN.matcher(text);
        StringBuilder other = new StringBuilder();
        while (run.find()) {
            boolean scheme = text.startsWith("://", run.end());
            run.appendReplacement(
                    other,
                    Matcher.quoteReplacement(scheme ? run.group() : runs.computeIfAbsent(run.group(), this::run)));
        }
        return run.appendTail(other).toString();
    }

    private String run(String run) {
        if (PACKAGE.matcher(run).matches() || run.chars().noneMatch(Character::isLetter)) {
            return run;
        }
        if (names.isHost(run)) {
            int domain = run.lastIndexOf('.');
            return Letters.of(run.substring(0, domain)) + run.substring(domain);
        }
        String[] labels = run.split("\\.");
        for (int i = 0; i < labels.length; i++) {
            labels[i] = names.isName(labels[i]) ? Letters.of(labels[i]) : labels[i];
        }
        return String.join(".", labels);
    }
}
