package io.kubilitics.gateway.bundle.read;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.text.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Files as tests need them. */
final class Cases {

    static final Instant TODAY = Instant.parse("2026-11-21T12:00:00Z");

    static final String NAMESPACES = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: default}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: kube-system}
            ---
            """;

    private Cases() {}

    static BundleReader reader() {
        return new BundleReader(() -> TODAY);
    }

    static BundleReader reader(Limits limits) {
        return new BundleReader(() -> TODAY, limits);
    }

    static Path write(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    static Bundle read(Path path) throws IOException {
        return reader().read(path);
    }

    static Bundle stream(String content) throws IOException {
        return reader().read("stdin", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    static String configMap(String name, String key) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s, namespace: shop, uid: u-%s, creationTimestamp: '2026-11-20T08:00:00Z'}
                data: {%s: value}
                ---
                """.formatted(name, name, key);
    }
}
