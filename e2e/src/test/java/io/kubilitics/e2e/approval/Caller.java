package io.kubilitics.e2e.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody who talks to the API server about the proposals of one namespace, request by request. */
record Caller(String name, KubernetesClient client, String namespace) {

    private static final JsonMapper JSON = new JsonMapper();

    Reply create(JsonNode proposal) {
        return create(proposal, "");
    }

    Reply create(JsonNode proposal, String query) {
        return send("POST", query, "application/json", proposal);
    }

    Reply get(String proposal) {
        return send("GET", "/" + proposal, "application/json", null);
    }

    Reply delete(String proposal) {
        // With a body: fabric8's client makes a GET of any method without one.
        return send("DELETE", "/" + proposal, "application/json", Drafts.read("""
                {"apiVersion": "v1", "kind": "DeleteOptions"}"""));
    }

    /** Changes it from what was seen to something else. */
    Reply change(Way way, ObjectNode seen, Consumer<ObjectNode> change) {
        return change(way, seen, "", change);
    }

    Reply changeStatus(Way way, ObjectNode seen, Consumer<ObjectNode> change) {
        return change(way, seen, "/status", change);
    }

    Reply change(Way way, ObjectNode seen, String subresource, Consumer<ObjectNode> change) {
        ObjectNode after = seen.deepCopy();
        change.accept(after);
        String path = "/" + seen.at("/metadata/name").textValue() + subresource + way.query(name);
        return send(way.method(), path, way.contentType(), way.payload(seen, after));
    }

    /** As the JSON Patch that a person would type. */
    Reply patch(ObjectNode seen, String jsonPatch) {
        return patch(seen, "", jsonPatch);
    }

    Reply patch(ObjectNode seen, String query, String jsonPatch) {
        try {
            String path = "/" + seen.at("/metadata/name").textValue() + query;
            return send("PATCH", path, Way.JSON_PATCH.contentType(), JSON.readTree(jsonPatch));
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private Reply send(String method, String path, String contentType, @Nullable JsonNode payload) {
        HttpRequest request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri("%sapis/kubilitics.io/v1alpha1/namespaces/%s/proposals%s"
                        .formatted(client.getMasterUrl(), namespace, path))
                .method(method, contentType, payload == null ? null : payload.toString())
                .build();
        HttpResponse<String> response = client.getHttpClient()
                .sendAsync(request, String.class)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        try {
            return new Reply(response.code(), (ObjectNode) JSON.readTree(response.body()));
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
