package io.kubilitics.e2e.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Proposals before they are sent, and what can be changed about them. */
final class Drafts {

    static final String HASH = "a".repeat(64);
    static final String OTHER_HASH = "b".repeat(64);

    private static final JsonMapper JSON = new JsonMapper();

    private Drafts() {}

    static ObjectNode by(String requester) {
        return read("""
                {"apiVersion": "kubilitics.io/v1alpha1", "kind": "Proposal", "metadata": {"generateName": "p-"},
                 "spec": {
                   "title": "Give cart its key", "why": "cart reads a key that is not there", "finding": "f-1",
                   "requester": "%s", "expiresAt": "2099-01-01T00:00:00Z",
                   "actions": [{
                     "type": "Patch", "why": "so that it starts",
                     "target": {"apiVersion": "v1", "kind": "ConfigMap", "namespace": "shop", "name": "cart",
                                "uid": "u-1", "resourceVersion": "7"},
                     "patch": [{"op": "add", "path": "/data/mode", "value": {"deep": ["a", null, 1]}},
                               {"op": "test", "path": "/data/gone", "value": null}]}],
                   "expect": [{"kind": "SymptomGone", "symptom": "ConfigMissing",
                               "object": {"group": "apps", "kind": "Deployment", "namespace": "shop", "name": "cart"}}]
                 }}""".formatted(requester));
    }

    static ObjectNode named(String name, String requester) {
        ObjectNode proposal = by(requester);
        proposal.putObject("metadata").put("name", name);
        return proposal;
    }

    static Consumer<ObjectNode> phase(String phase) {
        return proposal -> proposal.withObject("/status").put("phase", phase);
    }

    static Consumer<ObjectNode> plan(String phase, String hash) {
        return phase(phase).andThen(proposal -> proposal.withObject("/status").put("planHash", hash));
    }

    static Consumer<ObjectNode> decision(String by, String verdict) {
        return decision(by, verdict, HASH);
    }

    static Consumer<ObjectNode> decision(String by, String verdict, String hash) {
        return proposal -> proposal.withArray("/spec/decisions")
                .addObject()
                .put("by", by)
                .put("verdict", verdict)
                .put("planHash", hash);
    }

    /** An approval by which its author claims groups. */
    static Consumer<ObjectNode> claim(String by, String... groups) {
        return proposal -> {
            decision(by, "approve").accept(proposal);
            ArrayNode decisions = proposal.withArray("/spec/decisions");
            ArrayNode claimed = ((ObjectNode) decisions.get(decisions.size() - 1)).putArray("groups");
            List.of(groups).forEach(claimed::add);
        };
    }

    /** A change of one field, as a value in JSON. */
    static Consumer<ObjectNode> set(String parent, String field, String json) {
        return proposal -> {
            try {
                ((ObjectNode) proposal.at(parent)).set(field, JSON.readTree(json));
            } catch (JsonProcessingException noJson) {
                throw new IllegalArgumentException(noJson);
            }
        };
    }

    static Consumer<ObjectNode> without(String parent, String field) {
        return proposal -> ((ObjectNode) proposal.at(parent)).remove(field);
    }

    static Consumer<ObjectNode> owned() {
        return set("/metadata", "ownerReferences", """
                [{"apiVersion": "v1", "kind": "ConfigMap", "name": "gone", "uid": "no-such-uid"}]""");
    }

    static Consumer<ObjectNode> finalizers(String... names) {
        return proposal -> {
            var array = proposal.withObject("/metadata").putArray("finalizers");
            List.of(names).forEach(array::add);
        };
    }

    static Consumer<ObjectNode> actions(int count) {
        return proposal -> {
            var action = proposal.at("/spec/actions/0").deepCopy();
            var actions = proposal.withObject("/spec").putArray("actions");
            IntStream.range(0, count).forEach(_ -> actions.add(action.deepCopy()));
        };
    }

    static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(noJson);
        }
    }
}
