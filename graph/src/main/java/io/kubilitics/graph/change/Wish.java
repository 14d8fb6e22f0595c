package io.kubilitics.graph.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * What somebody wants an object to be: the object without what the cluster writes into it as it works. That is told by symptoms;
 * were it a change, nothing else could be seen among the changes.
 */
public final class Wish {

    private static final Set<String> WORK = Set.of("apiVersion", "kind", "status", "endpoints", "subsets");

    private static final Set<String> WISHED_OF_METADATA =
            Set.of("labels", "annotations", "finalizers", "ownerReferences", "deletionTimestamp");

    /** Written by controllers again and again, or repeating what stands elsewhere. */
    private static final Set<String> WORK_ANNOTATIONS = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            "deployment.kubernetes.io/revision",
            "deployment.kubernetes.io/desired-replicas",
            "deployment.kubernetes.io/max-replicas",
            "deprecated.daemonset.template.generation",
            "control-plane.alpha.kubernetes.io/leader",
            "endpoints.kubernetes.io/last-change-trigger-time",
            "autoscaling.alpha.kubernetes.io/conditions",
            "autoscaling.alpha.kubernetes.io/current-metrics",
            "node.alpha.kubernetes.io/ttl",
            "volumes.kubernetes.io/controller-managed-attach-detach",
            "csi.volume.kubernetes.io/nodeid");

    private Wish() {}

    /** The given object stays as it is; what is returned shares its insides. */
    static ObjectNode of(JsonNode object) {
        ObjectNode wish = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> {
            if (field.getKey().equals("metadata")) {
                wish.set("metadata", metadata(field.getValue()));
            } else if (!WORK.contains(field.getKey())) {
                wish.set(field.getKey(), field.getValue());
            }
        });
        return wish;
    }

    private static ObjectNode metadata(JsonNode metadata) {
        ObjectNode wish = JsonNodeFactory.instance.objectNode();
        metadata.properties().forEach(field -> {
            if (field.getKey().equals("annotations")) {
                wish.set("annotations", annotations(field.getValue()));
            } else if (WISHED_OF_METADATA.contains(field.getKey())) {
                wish.set(field.getKey(), field.getValue());
            }
        });
        return wish;
    }

    private static ObjectNode annotations(JsonNode annotations) {
        ObjectNode wish = JsonNodeFactory.instance.objectNode();
        annotations.properties().forEach(field -> {
            if (!WORK_ANNOTATIONS.contains(field.getKey())) {
                wish.set(field.getKey(), field.getValue());
            }
        });
        return wish;
    }

    /**
     * A number that is another one when the wish is, so that most objects need not be compared: nearly all that is written is
     * work. Another order of fields gives another number too; then the comparison finds nothing.
     */
    public static long print(JsonNode object) {
        return print(of(object), 0x9E3779B97F4A7C15L);
    }

    private static long print(JsonNode node, long seed) {
        long print = mix(seed ^ node.asToken().id());
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                print = print(field.getValue(), print(field.getKey(), print));
            }
            return mix(print + node.size());
        }
        if (node.isArray()) {
            for (JsonNode entry : node) {
                print = print(entry, print);
            }
            return mix(print + node.size());
        }
        return print(node.asText(), print);
    }

    private static long print(String text, long seed) {
        long print = seed;
        for (int i = 0; i < text.length(); i++) {
            print = (print ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(print + text.length());
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }
}
