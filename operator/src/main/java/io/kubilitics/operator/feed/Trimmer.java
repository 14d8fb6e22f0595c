package io.kubilitics.operator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** Takes out of an object what must not leave the body, and what nobody needs: secret values first of all. */
final class Trimmer {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final String HELM_RELEASE = "helm.sh/release.v1";
    private static final List<String> CONTAINER_LISTS = List.of("containers", "initContainers", "ephemeralContainers");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Trimmer() {}

    static String trim(HasMetadata object) {
        ObjectNode tree = JSON.valueToTree(object);
        if (tree.path("metadata") instanceof ObjectNode metadata) {
            trimMetadata(metadata);
        }
        if (object.getKind().equals("Secret")) {
            trimSecret(tree);
        }
        trimPodSpec(tree.path("spec"));
        trimPodSpec(tree.at("/spec/template/spec"));
        trimPodSpec(tree.at("/spec/jobTemplate/spec/template/spec"));
        return tree.toString();
    }

    /** Who changed it and when is kept, which field is not. */
    private static void trimMetadata(ObjectNode metadata) {
        if (metadata.path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(LAST_APPLIED);
        }
        for (JsonNode entry : metadata.path("managedFields")) {
            ((ObjectNode) entry).remove("fieldsV1");
        }
    }

    private static void trimSecret(ObjectNode secret) {
        boolean helm = secret.path("type").asText().equals(HELM_RELEASE);
        for (String field : List.of("data", "stringData")) {
            if (helm) {
                secret.remove(field);
            } else if (secret.path(field) instanceof ObjectNode values) {
                values.fieldNames().forEachRemaining(key -> values.put(key, ""));
            }
        }
    }

    /** Values of environment variables are as often secret as not. */
    private static void trimPodSpec(JsonNode spec) {
        for (String list : CONTAINER_LISTS) {
            for (JsonNode container : spec.path(list)) {
                for (JsonNode variable : container.path("env")) {
                    ((ObjectNode) variable).remove("value");
                }
            }
        }
    }
}
