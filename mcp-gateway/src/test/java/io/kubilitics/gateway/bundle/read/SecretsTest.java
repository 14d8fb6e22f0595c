package io.kubilitics.gateway.bundle.read;

import static io.kubilitics.gateway.bundle.read.Cases.read;
import static io.kubilitics.gateway.bundle.read.Cases.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.reasoning.evidence.Evidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void keepTheirKeysAndLoseTheirValues() throws IOException {
        write(folder, "objects.yaml", secret("password: " + encoded("swordfish-now")));

        Bundle bundle = read(folder);

        assertThat(bundle.world()
                        .find(ResourceRef.of(Kind.SECRET, "shop", "login"))
                        .orElseThrow()
                        .facts())
                .isEqualTo(new ConfigFacts(Set.of("password")));
    }

    @Test
    void areStruckOutOfLogsWhereverTheirValuesWereFound() throws IOException {
        write(
                folder,
                "objects.yaml",
                secret("password: " + encoded("swordfish-now") + ", host: " + encoded("database") + ", pin: "
                                + encoded("12345"))
                        + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: database, namespace: shop}");
        secretsElsewhere();
        write(
                folder,
                "logs/shop/p/app.log",
                "to database with swordfish-now pin 12345\nswordfish-meant swordfish-before swordfish-lost "
                        + encoded("swordfish-now"));

        Bundle bundle = read(folder);

        assertThat(bundle.extras().logs().lines(LogFiles.probe("shop", "p", "app.log")))
                .isEqualTo(new Evidence.Lines(
                        List.of("to database with [secret] pin 12345", "[secret] [secret] [secret] [secret]")));
        assertThat(bundle.extras().toString())
                .doesNotContain("swordfish", encoded("swordfish-now").substring(0, 8));
    }

    private void secretsElsewhere() throws IOException {
        write(
                folder,
                "applied.yaml",
                "apiVersion: v1\nkind: Secret\nmetadata: {name: login}\nstringData: {password: swordfish-meant}");
        write(folder, "timeline.yaml", """
                steps:
                - {at: -1, op: patch, target: {apiVersion: v1, kind: Secret, namespace: shop, name: login},
                   changes: [{path: /data/password, from: %s, to: %s}]}
                - {at: -2, op: delete, target: {apiVersion: v1, kind: Secret, namespace: shop, name: old},
                   was: {apiVersion: v1, kind: Secret, metadata: {name: old}, data: {password: %s}}}
                """.formatted(
                        encoded("swordfish-before"), encoded("swordfish-now"), encoded("swordfish-lost")));
    }

    @Test
    void loseTheCopiesInAnnotationsAndHelmReleases() throws IOException {
        write(folder, "objects.yaml", "kind: Node\nmetadata: {name: n}");
        write(folder, "applied.yaml", """
                apiVersion: v1
                kind: Secret
                metadata: {name: a, annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"data":"swordfish"}', keep: me}}
                ---
                apiVersion: v1
                kind: Secret
                type: helm.sh/release.v1
                metadata: {name: b}
                data: {release: c3dvcmRmaXNo}
                """);

        String applied = read(folder).extras().applied().toString();

        assertThat(applied).contains("keep").doesNotContain("swordfish", "c3dvcmRmaXNo", "release.v1\",\"data");
    }

    private static String secret(String data) {
        return "apiVersion: v1\nkind: Secret\nmetadata: {name: login, namespace: shop}\ndata: {" + data + "}\n";
    }

    private static String encoded(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }
}
