package io.kubilitics.gateway.bundle.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.observe.PublicCertificate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Empties Secrets before anything else sees them: their keys stay, their values become nothing, but for the certificate that
 * everyone is shown who connects. The values are remembered only to be struck out of logs.
 */
final class SecretKeeper {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final String CERTIFICATE = "tls.crt";
    private static final String HELM_RELEASE = "helm.sh/release.v1";

    private final Set<String> values = new LinkedHashSet<>();

    static boolean isSecret(JsonNode object) {
        return object.path("kind").asText().equals("Secret")
                && object.path("apiVersion").asText().equals("v1");
    }

    /** Takes out of an object what is secret; annotations that repeat it go from every object. */
    void empty(ObjectNode object) {
        if (object.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(LAST_APPLIED);
        }
        if (!isSecret(object)) {
            return;
        }
        if (object.path("type").asText().equals(HELM_RELEASE)) {
            object.remove(List.of("data", "stringData"));
            return;
        }
        empty(object.path("data"), true);
        empty(object.path("stringData"), false);
    }

    private void empty(JsonNode data, boolean encoded) {
        if (data instanceof ObjectNode byKey) {
            List<String> keys = new ArrayList<>();
            byKey.fieldNames().forEachRemaining(keys::add);
            for (String key : keys) {
                String value = byKey.path(key).asText();
                learn(value, encoded);
                byKey.put(
                        key,
                        encoded && key.equals(CERTIFICATE)
                                ? PublicCertificate.in(value).orElse("")
                                : "");
            }
        }
    }

    /** A value that was found elsewhere than in the Secret itself. */
    void learn(String value, boolean encoded) {
        values.add(value.strip());
        // Logs are read line by line.
        (encoded ? decoded(value) : value).lines().map(String::strip).forEach(values::add);
    }

    Scrubber scrubber(Set<String> names) {
        return Scrubber.of(values, names);
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return encoded;
        }
    }
}
