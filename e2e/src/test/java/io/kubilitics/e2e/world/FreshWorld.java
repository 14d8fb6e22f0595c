package io.kubilitics.e2e.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Coverage;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A world from nothing but what the API server lists now: its own JSON, no informer, no models between, read by the same
 * observers.
 */
record FreshWorld(KubernetesClient client) {

    private static final int PAGE = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Everything that somebody with this view would have seen. */
    World of(Coverage view) {
        Map<Kind, Served> served = served();
        World world = World.empty();
        for (Map.Entry<Kind, Coverage.Reach> entry : view.kinds().entrySet()) {
            Kind kind = entry.getKey();
            Set<String> namespaces = entry.getValue().everywhere()
                    ? Set.of(Observation.EVERYWHERE)
                    : entry.getValue().namespaces();
            for (String namespace : namespaces) {
                // Of a kind that the API server does not know there is nothing.
                for (JsonNode object :
                        served.containsKey(kind) ? list(served.get(kind).in(namespace)) : List.<JsonNode>of()) {
                    world = world.applyAll(Observers.observe(kind, object));
                }
                world = world.apply(new Observation.Listed(kind, namespace));
            }
        }
        return world;
    }

    /** Where a kind is listed. */
    private record Served(String api, String plural) {
        String in(String namespace) {
            return namespace.equals(Observation.EVERYWHERE)
                    ? api + "/" + plural
                    : "%s/namespaces/%s/%s".formatted(api, namespace, plural);
        }
    }

    /** Of a group's versions the preferred one counts. */
    private Map<Kind, Served> served() {
        Map<Kind, Served> served = new HashMap<>();
        learn("", "/api/v1", served);
        for (JsonNode group : get("/apis").path("groups")) {
            String name = group.path("name").asText();
            learn(name, "/apis/" + group.at("/preferredVersion/groupVersion").asText(), served);
            group.path("versions")
                    .forEach(version ->
                            learn(name, "/apis/" + version.path("groupVersion").asText(), served));
        }
        return served;
    }

    private void learn(String group, String api, Map<Kind, Served> served) {
        for (JsonNode resource : get(api).path("resources")) {
            String name = resource.path("name").asText();
            if (!name.contains("/") && resource.path("verbs").toString().contains("\"list\"")) {
                served.putIfAbsent(new Kind(group, resource.path("kind").asText()), new Served(api, name));
            }
        }
    }

    private List<JsonNode> list(String path) {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get(path + "?limit=" + PAGE + (next.isEmpty() ? "" : "&continue=" + next));
            page.path("items").forEach(all::add);
            next = page.at("/metadata/continue").asText();
        } while (!next.isEmpty());
        return all;
    }

    private JsonNode get(String path) {
        String answer = client.raw(path);
        if (answer == null) {
            throw new IllegalStateException("the API server has no " + path);
        }
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
