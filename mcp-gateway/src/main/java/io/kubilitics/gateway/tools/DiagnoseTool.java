package io.kubilitics.gateway.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.gateway.Brain;
import io.kubilitics.gateway.mcp.Tool;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.reasoning.report.Json;
import io.kubilitics.reasoning.report.Page;
import io.kubilitics.reasoning.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code diagnose}: what is unwell, or was, why, and what to do. */
public final class DiagnoseTool implements Tool {

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
                + " known; do not guess then, but look at what 'decides' names. With 'at' it says what was unwell at a moment of the"
                + " past, by what was known then and without logs.";
    }

    @Override
    public JsonNode inputSchema() {
        ObjectNode schema = Arguments.schema();
        Arguments.describeNamespace(schema, "Look at this namespace alone; left out: the whole cluster.");
        Arguments.describeMoment(schema, "at", "The moment to look at; left out: now.");
        return schema;
    }

    @Override
    public JsonNode outputSchema() {
        return Json.schema();
    }

    @Override
    public Result call(JsonNode given) throws Misuse {
        Arguments arguments = Arguments.of(name(), List.of("namespace", "at"), given);
        Optional<String> namespace = arguments.namespace();
        Scope scope = namespace.<Scope>map(Scope.InNamespace::new).orElseGet(Scope.Everything::new);
        String name = namespace.orElse("cluster");
        Optional<Instant> at = arguments.moment("at");
        Report report = at.isEmpty()
                ? brain.diagnose(name, scope, PATIENCE).orElseThrow(() -> new Misuse(Recall.sentence(Optional.empty())))
                : brain.diagnose(name + " as of " + at.get(), scope, at.get())
                        .orElseThrow(() -> new Recall(brain).unknown(at.get()));
        return new Result(Page.of(report), Json.tree(report));
    }
}
