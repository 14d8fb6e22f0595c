package io.kubilitics.gateway.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.gateway.mcp.Tool.Misuse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one message after another. Knows nothing of how messages travel. */
public final class Protocol {

    /** Newest first. */
    private static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18");

    private static final Logger LOG = LoggerFactory.getLogger(Protocol.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String serverVersion;
    private final List<Tool> tools;

    public Protocol(String serverVersion, List<Tool> tools) {
        this.serverVersion = serverVersion;
        this.tools = List.copyOf(tools);
    }

    /** The answer to a request; nothing to a notification. */
    Optional<JsonNode> answer(JsonNode message) {
        JsonNode id = message.get("id");
        if (!message.isObject() || !message.path("jsonrpc").asText().equals("2.0")) {
            return Optional.of(error(id, ErrorCode.INVALID_REQUEST, "a message is a JSON-RPC 2.0 object"));
        }
        if (!message.path("method").isTextual()) {
            // An answer to something we asked: we ask nothing.
            return Optional.empty();
        }
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(request(id, message.path("method").asText(), message.path("params")));
    }

    private JsonNode request(JsonNode id, String method, JsonNode params) {
        return switch (method) {
            case "initialize" -> result(id, initialize(params));
            case "ping" -> result(id, JSON.createObjectNode());
            case "tools/list" -> result(id, list());
            case "tools/call" -> call(id, params);
            default -> error(id, ErrorCode.METHOD_NOT_FOUND, "there is no method '%s'".formatted(method));
        };
    }

    private ObjectNode initialize(JsonNode params) {
        String wanted = params.path("protocolVersion").asText();
        ObjectNode result = JSON.createObjectNode();
        result.put("protocolVersion", VERSIONS.contains(wanted) ? wanted : VERSIONS.getFirst());
        result.putObject("capabilities").putObject("tools").put("listChanged", false);
        result.putObject("serverInfo")
                .put("name", "kubilitics")
                .put("title", "Kubilitics")
                .put("version", serverVersion);
        result.put("instructions", "Call diagnose first: it says what is unwell in the cluster, why, and what to do.");
        return result;
    }

    private ObjectNode list() {
        ObjectNode result = JSON.createObjectNode();
        ArrayNode listed = result.putArray("tools");
        for (Tool tool : tools) {
            ObjectNode one = listed.addObject();
            one.put("name", tool.name()).put("title", tool.title()).put("description", tool.description());
            one.set("inputSchema", tool.inputSchema());
            one.set("outputSchema", tool.outputSchema());
            one.putObject("annotations")
                    .put("readOnlyHint", true)
                    .put("destructiveHint", false)
                    .put("idempotentHint", true);
        }
        return result;
    }

    private JsonNode call(JsonNode id, JsonNode params) {
        String name = params.path("name").asText();
        Optional<Tool> tool =
                tools.stream().filter(one -> one.name().equals(name)).findFirst();
        if (tool.isEmpty()) {
            return error(id, ErrorCode.INVALID_PARAMS, "there is no tool '%s'".formatted(name));
        }
        JsonNode arguments = params.has("arguments") ? params.get("arguments") : JSON.createObjectNode();
        try {
            return result(id, content(tool.get().call(arguments)));
        } catch (Misuse mistake) {
            return result(id, mistaken(String.valueOf(mistake.getMessage())));
        } catch (RuntimeException broken) {
            LOG.atError().addKeyValue("tool", name).setCause(broken).log("a tool broke");
            return error(id, ErrorCode.INTERNAL, "the tool broke; the server's log tells more");
        }
    }

    private static ObjectNode content(Tool.Result found) {
        ObjectNode result = text(found.text(), false);
        result.set("structuredContent", found.structured());
        return result;
    }

    /** The model is told, so that it can do better: no error of the protocol. */
    private static ObjectNode mistaken(String sentence) {
        return text(sentence, true);
    }

    private static ObjectNode text(String text, boolean mistake) {
        ObjectNode result = JSON.createObjectNode();
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result.put("isError", mistake);
    }

    private static ObjectNode result(JsonNode id, ObjectNode result) {
        ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        answer.set("result", result);
        return answer;
    }

    static ObjectNode error(@Nullable JsonNode id, ErrorCode code, String sentence) {
        ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        answer.putObject("error").put("code", code.number()).put("message", sentence);
        return answer;
    }
}
