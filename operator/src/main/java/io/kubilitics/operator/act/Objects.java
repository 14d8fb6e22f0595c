package io.kubilitics.operator.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.kubilitics.graph.ResourceRef;
import java.util.List;
import java.util.Optional;

/** Objects of any kind, as JSON. */
record Objects(KubernetesClient client) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Optional<JsonNode> find(Where where) {
        return Optional.ofNullable(resource(where).get()).map(this::tree);
    }

    JsonNode patch(Where where, PatchContext how, String patch) {
        return tree(resource(where).patch(how, patch));
    }

    /** The version of the API in which the cluster prefers this kind; nothing when it knows no such group. */
    Optional<String> apiVersion(ResourceRef ref) {
        String group = ref.kind().group();
        if (group.isEmpty()) {
            return Optional.of("v1");
        }
        return Optional.ofNullable(client.getApiGroup(group))
                .map(known -> known.getPreferredVersion().getGroupVersion());
    }

    static PatchContext rehearsal(PatchType type, String manager) {
        return new PatchContext.Builder()
                .withPatchType(type)
                .withFieldManager(manager)
                .withDryRun(List.of("All"))
                .build();
    }

    static PatchContext real(String manager) {
        return new PatchContext.Builder()
                .withPatchType(PatchType.JSON)
                .withFieldManager(manager)
                .build();
    }

    private Resource<GenericKubernetesResource> resource(Where where) {
        var all = client.genericKubernetesResources(where.apiVersion(), where.kind());
        return where.namespace() == null
                ? all.withName(where.name())
                : all.inNamespace(where.namespace()).withName(where.name());
    }

    private JsonNode tree(GenericKubernetesResource object) {
        try {
            return JSON.readTree(client.getKubernetesSerialization().asJson(object));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
