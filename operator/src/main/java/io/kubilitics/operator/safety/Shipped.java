package io.kubilitics.operator.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One object of the shipped manifests, and whether what is found in the cluster is the same. */
record Shipped(HasMetadata object) {

    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    /** Not what it is for, but which one it is and how it fares. */
    private static final Set<String> BESIDES = Set.of("apiVersion", "kind", "metadata", "status");

    /** Are all that is asked of them by being there; the cluster adds to them. */
    private static final Set<String> ONLY_THERE = Set.of("Namespace", "ServiceAccount");

    /** All objects of a YAML text. */
    static List<Shipped> in(String manifests) {
        List<HasMetadata> objects =
                SERIALIZATION.unmarshal(new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)));
        return objects.stream().map(Shipped::new).toList();
    }

    String name() {
        return object.getKind() + " " + object.getMetadata().getName();
    }

    /** Why what was found is not as shipped, as half a sentence; nothing when it is. */
    Optional<String> fault(@Nullable HasMetadata found) {
        if (found == null) {
            return Optional.of(name() + " is missing");
        }
        return found.getMetadata().getDeletionTimestamp() == null
                ? alteration(found).map(where -> "%s is altered at %s".formatted(name(), where))
                : Optional.of(name() + " is being deleted");
    }

    /** Where what was found differs from what is shipped. */
    Optional<String> alteration(HasMetadata found) {
        return ONLY_THERE.contains(object.getKind())
                ? Optional.empty()
                : Difference.between(Defaults.filledIn(object.getKind(), content(object)), content(found));
    }

    private static ObjectNode content(HasMetadata any) {
        ObjectNode content = (ObjectNode) SERIALIZATION.convertValue(any, JsonNode.class);
        content.remove(BESIDES);
        return content;
    }

    @Override
    public String toString() {
        return name();
    }
}
