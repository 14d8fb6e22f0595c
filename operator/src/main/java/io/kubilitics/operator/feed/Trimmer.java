package io.kubilitics.operator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.observe.PublicCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes out of an object what must not leave the body, and what nobody needs: secret values first of all. */
final class Trimmer {

    /** Whole copies of the object, values of Secrets and all. */
    private static final List<String> COPIES = List.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            "objectset.rio.cattle.io/applied",
            "kapp.k14s.io/original",
            "banzaicloud.com/last-applied");

    private static final String HELM_RELEASE = "helm.sh/release.v1";
    private static final String CERTIFICATE = "tls.crt";

    /** How custom resources call what should be in a Secret. What ends in Ref or Name only says where it is. */
    private static final Pattern SECRET_FIELD = Pattern.compile(
            "(?:.*(?:password|passwd|passphrase|token|apikey|accesskey|clientsecret|privatekey|connectionstring))",
            Pattern.CASE_INSENSITIVE);

    private final Literals literals = new Literals(new Prints());

    /** Changes the tree and returns it. */
    ObjectNode trim(Kind kind, ObjectNode object) {
        if (object.path("metadata") instanceof ObjectNode metadata) {
            trimMetadata(metadata);
        }
        if (kind.name().equals(Kind.SECRET.name())) {
            trimSecret(object);
        } else if (kind.equals(Kind.CUSTOM_RESOURCE)) {
            // Schemas are most of it, and no part of what goes on in a cluster.
            object.path("spec").path("versions").forEach(version -> without(version, "schema"));
        } else {
            trimSpec(object.path("spec"), !Kind.KNOWN.contains(kind));
        }
        return object;
    }

    /** Who changed it and when is kept; of which fields only whether it was the template: that tells when a rollout began. */
    private static void trimMetadata(ObjectNode metadata) {
        if (metadata.path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(COPIES);
        }
        metadata.path("managedFields").forEach(entry -> {
            boolean template = entry.path("fieldsV1").path("f:spec").has("f:template");
            without(entry, "fieldsV1");
            if (template && entry instanceof ObjectNode object) {
                object.putObject("fieldsV1").putObject("f:spec").putObject("f:template");
            }
        });
    }

    private static void without(JsonNode node, String field) {
        if (node instanceof ObjectNode object) {
            object.remove(field);
        }
    }

    private static void trimSecret(ObjectNode secret) {
        if (secret.path("type").asText().equals(HELM_RELEASE)) {
            secret.remove(List.of("data", "stringData"));
            return;
        }
        String certificate = PublicCertificate.in(
                        secret.path("data").path(CERTIFICATE).asText())
                .orElse("");
        for (String field : List.of("data", "stringData")) {
            if (secret.path(field) instanceof ObjectNode values) {
                values.fieldNames().forEachRemaining(key -> values.put(key, ""));
            }
        }
        if (!certificate.isEmpty() && secret.path("data") instanceof ObjectNode data) {
            data.put(CERTIFICATE, certificate);
        }
    }

    /** Pods, and templates of pods, lie at many depths; what is in their containers is called the same everywhere. */
    private void trimSpec(JsonNode node, boolean custom) {
        if (node instanceof ArrayNode list) {
            list.forEach(element -> trimSpec(element, custom));
        } else if (node instanceof ObjectNode object) {
            if (custom && SECRET_FIELD.matcher(object.path("name").asText()).matches()) {
                trimVariable(object);
            }
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                trimField(object, field.getKey(), field.getValue(), custom);
            }
        }
    }

    private void trimField(ObjectNode parent, String name, JsonNode value, boolean custom) {
        switch (name) {
            case "env", "httpHeaders" -> trimVariables(value);
            case "command", "args" -> trimCommand(value);
            default -> {
                if (custom && value.isTextual() && SECRET_FIELD.matcher(name).matches()) {
                    parent.put(name, literals.variable(name, value.textValue()));
                } else {
                    trimSpec(value, custom);
                }
            }
        }
    }

    /** Values of environment variables are as often secret as not. */
    private void trimVariables(JsonNode variables) {
        variables.forEach(this::trimVariable);
        if (variables instanceof ObjectNode byName) {
            // As some custom resources have it.
            byName.properties().stream()
                    .filter(variable -> variable.getValue().isTextual())
                    .toList()
                    .forEach(variable -> byName.put(
                            variable.getKey(),
                            literals.variable(
                                    variable.getKey(), variable.getValue().textValue())));
        }
    }

    private void trimVariable(JsonNode variable) {
        if (variable instanceof ObjectNode object && object.path("value").isTextual()) {
            object.put(
                    "value",
                    literals.variable(
                            object.path("name").asText(), object.path("value").textValue()));
        }
    }

    private void trimCommand(JsonNode words) {
        if (words instanceof ArrayNode list) {
            List<String> plain = new ArrayList<>();
            list.forEach(word -> plain.add(word.asText()));
            list.removeAll();
            literals.command(plain).forEach(list::add);
        }
    }
}
