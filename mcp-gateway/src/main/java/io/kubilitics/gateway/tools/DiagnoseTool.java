package io.kubilitics.gateway.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.gateway.Brain;
import io.kubilitics.gateway.mcp.Tool;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.reasoning.report.Json;
import io.kubilitics.reasoning.report.Page;
import io.kubilitics.reasoning.report.Report;
import java.time.Duration;
import java.util.regex.Pattern;

/** {@code diagnose}: what is unwell, why, and what to do. */
public final class DiagnoseTool implements Tool {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Brain brain;

    public DiagnoseTool(Brain brain) {
        this.brain = brain;
    }

    @Override
    public String name() {
        return "diagnose";
    }

    @Override
    public String title() {
        return "Find out what is unwell and why";
    }

    @Override
    public String description() {
        return "Says what is unwell in the cluster or in one namespace: each root cause with its proof, what it affects, a remedy,"
                + " what was ruled out and what could not be seen. Reads only. Status 'inconclusive' means that the cause is not"
                + " known; do not guess then, but look at what 'decides' names.";
    }

    @Override
    public JsonNode inputSchema() {
        ObjectNode schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        schema.putObject("properties")
                .putObject("namespace")
                .put("type", "string")
                .put("pattern", "^" + NAMESPACE.pattern() + "$")
                .put("description", "Look at this namespace alone; left out: the whole cluster.");
        return schema;
    }

    @Override
    public JsonNode outputSchema() {
        return Json.schema();
    }

    @Override
    public Result call(JsonNode arguments) throws Misuse {
        for (String given : (Iterable<String>) arguments::fieldNames) {
            if (!given.equals("namespace")) {
                throw new Misuse("diagnose has no argument '%s'; it takes 'namespace'".formatted(given));
            }
        }
        JsonNode namespace = arguments.path("namespace");
        if (!namespace.isMissingNode() && !NAMESPACE.matcher(namespace.asText()).matches()) {
            throw new Misuse("'namespace' must be the name of a namespace: small letters, digits and dashes");
        }
        Scope scope = namespace.isMissingNode() ? new Scope.Everything() : new Scope.InNamespace(namespace.asText());
        Report report = brain.diagnose(namespace.asText("cluster"), scope, PATIENCE)
                .orElseThrow(() -> new Misuse("the cluster has not been seen completely yet; try again in a moment"));
        return new Result(Page.of(report), Json.tree(report));
    }
}
