package io.kubilitics.crds.proposal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.generator.annotation.Nullable;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** One operation of a JSON Patch (RFC 6902), as it is sent to the API server. An absent value is null, JSON's null a {@code NullNode}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(
        value = "(self.op in ['copy', 'move']) == has(self.from)",
        message = "copy and move have a from, and no other has one")
public record PatchOperation(
        @Required Op op,

        @Required @Size(max = 1024) @JsonPropertyDescription("A JSON Pointer (RFC 6901), for example /spec/replicas.")
        String path,

        @Nullable @JsonPropertyDescription("For add, replace and test: any JSON.") @org.jspecify.annotations.Nullable
        JsonNode value,

        @Size(max = 1024)
        @JsonPropertyDescription("For copy and move: where the value is taken from.")
        @org.jspecify.annotations.Nullable
        String from) {

    /** The operations of RFC 6902. */
    public enum Op {
        @JsonProperty("add")
        ADD,
        @JsonProperty("copy")
        COPY,
        @JsonProperty("move")
        MOVE,
        @JsonProperty("remove")
        REMOVE,
        @JsonProperty("replace")
        REPLACE,
        @JsonProperty("test")
        TEST
    }

    public static PatchOperation add(String path, JsonNode value) {
        return new PatchOperation(Op.ADD, path, value, null);
    }

    public static PatchOperation replace(String path, JsonNode value) {
        return new PatchOperation(Op.REPLACE, path, value, null);
    }

    public static PatchOperation test(String path, JsonNode value) {
        return new PatchOperation(Op.TEST, path, value, null);
    }

    public static PatchOperation remove(String path) {
        return new PatchOperation(Op.REMOVE, path, null, null);
    }

    public static PatchOperation move(String from, String path) {
        return new PatchOperation(Op.MOVE, path, null, from);
    }

    public static PatchOperation copy(String from, String path) {
        return new PatchOperation(Op.COPY, path, null, from);
    }
}
