package io.kubilitics.cli.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.cli.CliFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes a kubeconfig with everything embedded, readable by its owner alone. */
final class Kubeconfig {

    private Kubeconfig() {}

    static Path write(ClusterHome home, Settings settings, String certificate, String file) {
        try {
            String config = new ObjectMapper().writeValueAsString(config(home, settings, certificate));
            Path written = home.write(file, config);
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
            return written;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unwritable) {
            throw CliFault.failed("cannot write " + file + ": " + unwritable.getMessage(), unwritable);
        }
    }

    private static Map<String, Object> config(ClusterHome home, Settings settings, String certificate) {
        String context = "kubilitics-" + home.name();
        Map<String, String> cluster = Map.of(
                "server", settings.url(Settings.Listener.API_SERVER),
                "certificate-authority-data", base64(home, "ca.crt"));
        Map<String, String> user = Map.of(
                "client-certificate-data", base64(home, certificate + ".crt"),
                "client-key-data", base64(home, certificate + ".key"));
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "current-context",
                context,
                "clusters",
                named(context, "cluster", cluster),
                "users",
                named(certificate, "user", user),
                "contexts",
                named(context, "context", Map.of("cluster", context, "user", certificate)));
    }

    private static List<Map<String, Object>> named(String name, String key, Map<String, String> value) {
        return List.of(Map.of("name", name, key, value));
    }

    private static String base64(ClusterHome home, String file) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Files.readAllBytes(home.pki().resolve(file)));
        } catch (IOException unreadable) {
            throw CliFault.failed("cannot read " + home.pki().resolve(file), unreadable);
        }
    }
}
