package io.kubilitics.crds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** What is applied to a cluster before the body runs there, as YAML. */
public final class Manifests {

    private static final String NEXT = "---\n";

    private final BodyName body;

    private Manifests(BodyName body) {
        this.body = body;
    }

    /** For a body that the API server knows by this name; nobody else may write a Proposal's status. */
    public static Manifests of(BodyName body) {
        return new Manifests(body);
    }

    /** In the order in which they have to be applied. */
    public String all() {
        return definitions() + NEXT + admission() + NEXT + rbac();
    }

    public String definitions() {
        return read("proposals.yaml");
    }

    public String admission() {
        return fill(read("admission.yaml"), Map.of("body", body.userName()));
    }

    /** The operator's namespace and account, and all roles. */
    public String rbac() {
        String roles = fill(read("rbac.yaml"), Map.of("namespace", body.namespace(), "subject", body.subject()));
        return body.isServiceAccount() ? roles + NEXT + account() : roles;
    }

    private String account() {
        return fill(read("service-account.yaml"), Map.of("namespace", body.namespace(), "account", body.accountName()));
    }

    private static String fill(String template, Map<String, String> values) {
        String filled = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private static String read(String file) {
        try (InputStream text = Objects.requireNonNull(Manifests.class.getResourceAsStream(file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
