package io.kubilitics.gateway.bundle.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.reasoning.signal.Probes;
import io.kubilitics.reasoning.signal.Probes.Connection;
import io.kubilitics.reasoning.signal.Probes.ErrorLog;
import io.kubilitics.reasoning.signal.Probes.NodeService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** {@code probes.yaml} */
final class ProbesFile {

    static final String NAME = "probes.yaml";

    private ProbesFile() {}

    static Probes probes(JsonNode tree) {
        return new Probes(
                each(tree.path("connectivity"), ProbesFile::connection),
                each(tree.path("nodeServices"), ProbesFile::nodeService),
                byName(tree.path("callGraph"), called -> each(called, JsonNode::asText)),
                byName(tree.path("errorLogs"), ProbesFile::errors));
    }

    private static Connection connection(JsonNode node) {
        Map<String, String> fromNodes = new LinkedHashMap<>();
        node.path("fromNodes").forEach(from -> fromNodes.put(text(from, "node"), text(from, "result")));
        return new Connection(
                text(node, "namespace"),
                text(node, "service"),
                node.path("port").asInt(),
                text(node, "result"),
                fromNodes,
                text(node, "text"));
    }

    private static NodeService nodeService(JsonNode node) {
        return new NodeService(text(node, "node"), text(node, "service"), text(node, "active"), text(node, "text"));
    }

    /** Either counts with samples of each pattern, or the lines themselves by container. */
    private static ErrorLog errors(JsonNode node) {
        List<String> samples = new ArrayList<>();
        node.path("patterns").forEach(pattern -> samples.add(text(pattern, "sample")));
        if (!node.has("patterns")) {
            node.forEach(lines -> lines.forEach(line -> samples.add(line.asText())));
        }
        int errors = node.path("total_errors").asInt(samples.size());
        return new ErrorLog(node.path("total_log_count").asInt(), errors, samples);
    }

    private static <T> Map<String, T> byName(JsonNode map, Function<JsonNode, T> meaning) {
        Map<String, T> byName = new LinkedHashMap<>();
        map.properties().forEach(field -> byName.put(field.getKey(), meaning.apply(field.getValue())));
        return byName;
    }

    private static <T> List<T> each(JsonNode list, Function<JsonNode, T> meaning) {
        return StreamSupport.stream(list.spliterator(), false).map(meaning).toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
