package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Address;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrimmerTest {

    private final Trimmer trimmer = new Trimmer();

    private String trim(HasMetadata object) {
        Kind kind = Kind.of(object.getApiVersion(), object.getKind());
        return trimmer.trim(kind, tree(object)).toString();
    }

    @Test
    void ofASecretOnlyTheKeysLeave() throws Exception {
        String trimmed = trim(new SecretBuilder()
                .withNewMetadata()
                .withName("db")
                .withNamespace("shop")
                .endMetadata()
                .withData(Map.of("password", "aHVudGVyMg=="))
                .withStringData(Map.of("user", "hunter2"))
                .build());

        assertThat(trimmed).doesNotContain("aHVudGVyMg", "hunter2");
        assertThat(Observers.observe(Kind.SECRET, trimmed))
                .singleElement()
                .satisfies(seen -> assertThat(((Seen) seen).resource().facts())
                        .isEqualTo(new ConfigFacts(Set.of("password", "user"))));
    }

    @Test
    void whatKubectlWroteDownAndHelmKeepsStaysHere() {
        assertThat(trim(new SecretBuilder()
                        .withType("helm.sh/release.v1")
                        .withNewMetadata()
                        .withName("sh.helm.release.v1.shop.v1")
                        .addToAnnotations("kubectl.kubernetes.io/last-applied-configuration", "{secret}")
                        .endMetadata()
                        .withData(Map.of("release", "SDRzSUFBQUFB"))
                        .build()))
                .doesNotContain("SDRzSUFBQUFB", "last-applied", "{secret}");
    }

    @Test
    void environmentValuesStayHereAndReferencesLeave() {
        String trimmed = trim(new PodBuilder()
                .withNewMetadata()
                .withName("p")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("app")
                .addNewEnv()
                .withName("TOKEN")
                .withValue("s3cret-value")
                .endEnv()
                .addNewEnv()
                .withName("URL")
                .withNewValueFrom()
                .withNewConfigMapKeyRef("url", "conf", false)
                .endValueFrom()
                .endEnv()
                .endContainer()
                .endSpec()
                .build());

        assertThat(trimmed).doesNotContain("s3cret-value").contains("TOKEN", "configMapKeyRef", "conf");
    }

    @Test
    void environmentValuesStayHereHoweverDeepTheyLie() {
        EnvVar token =
                new EnvVarBuilder().withName("TOKEN").withValue("s3cret-value").build();
        PodSpec pod = new PodSpecBuilder()
                .addNewContainer()
                .withName("app")
                .withEnv(token)
                .endContainer()
                .build();
        PodTemplateSpec template = new PodTemplateSpecBuilder().withSpec(pod).build();
        CronJob cron = new CronJobBuilder()
                .withNewSpec()
                .withNewJobTemplate()
                .withNewSpec()
                .withTemplate(template)
                .endSpec()
                .endJobTemplate()
                .endSpec()
                .build();
        StatefulSet set = new StatefulSetBuilder()
                .withNewSpec()
                .withTemplate(template)
                .endSpec()
                .build();

        assertThat(trim(cron)).doesNotContain("s3cret-value").contains("TOKEN");
        assertThat(trim(set)).doesNotContain("s3cret-value").contains("TOKEN");
    }

    @Test
    void whoChangedItAndWhenIsKept() {
        String trimmed = trim(new ConfigMapBuilder()
                .withNewMetadata()
                .withName("c")
                .withManagedFields(new ManagedFieldsEntryBuilder()
                        .withManager("kubectl")
                        .withTime("2026-11-21T10:00:00Z")
                        .withNewFieldsV1()
                        .addToAdditionalProperties("f:data", Map.of())
                        .endFieldsV1()
                        .build())
                .endMetadata()
                .build());

        assertThat(trimmed).contains("kubectl", "2026-11-21T10:00:00Z").doesNotContain("f:data");
    }

    @Test
    void itIsKeptWhoWroteTheTemplateAndNoOtherField() throws Exception {
        ObjectNode deployment = (ObjectNode) new ObjectMapper().readTree("""
                {"metadata": {"name": "cart", "managedFields": [
                  {"manager": "a", "fieldsV1": {"f:spec": {"f:replicas": {}, "f:template": {"f:spec": {"f:containers": {}}}}}},
                  {"manager": "b", "fieldsV1": {"f:spec": {"f:replicas": {}}}}]}}""");

        assertThat(trimmer.trim(Kind.DEPLOYMENT, deployment).at("/metadata/managedFields"))
                .isEqualTo(new ObjectMapper().readTree("""
                        [{"manager": "a", "fieldsV1": {"f:spec": {"f:template": {}}}}, {"manager": "b"}]"""));
    }

    @Test
    void theCertificateOfASecretLeavesAndAKeyBesideItDoesNot() throws Exception {
        String certificate = certificate();
        String trimmed = trim(secret(Map.of(
                "tls.crt", base64("-----BEGIN PRIVATE KEY-----\nMIGHAgEAMB\n-----END PRIVATE KEY-----\n" + certificate),
                "tls.key", base64("MIGHAgEAMB"))));

        assertThat(trimmed).doesNotContain("MIGHAgEAMB", base64("MIGHAgEAMB"));
        assertThat(decoded(trimmed)).noneMatch(text -> text.contains("PRIVATE") || text.contains("MIGHAgEAMB"));
        assertThat(Observers.observe(Kind.SECRET, trimmed))
                .singleElement()
                .satisfies(seen -> assertThat(
                                ((ConfigFacts) ((Seen) seen).resource().facts())
                                        .certificate()
                                        .orElseThrow()
                                        .until())
                        .isBefore(Instant.parse("2026-02-01T00:00:00Z")));
    }

    @Test
    void whatOnlyCallsItselfACertificateStaysHere() {
        assertThat(trim(secret(Map.of("tls.crt", base64("hunter2-hunter2")))))
                .doesNotContain(base64("hunter2-hunter2"));
    }

    /** Whatever is written there, who reads the trimmed object finds the same addresses and none of the rest. */
    @Test
    void ofAVariableTheAddressesLeave() throws Exception {
        Map<String, String> values = Map.of(
                "DATABASE_URL", "postgres://ann:hunter2@db.shop:5432/cart?sslmode=require",
                "DSN", "ann:hunter2@tcp(mysql:3306)/cart",
                "BROKERS", "kafka-0.kafka:9092,kafka-1.kafka:9092",
                "CART_HOST", "cart",
                "CART_ADDR", "cart.shop.svc.cluster.local:80",
                "GREETING", "hunter2 says hello");
        for (Map.Entry<String, String> value : values.entrySet()) {
            Pod pod = podWith(value.getKey(), value.getValue());
            String trimmed = trim(pod);

            assertThat(trimmed).doesNotContain("hunter2", "ann", "sslmode");
            assertThat(calls(trimmed)).as(value.getKey()).isEqualTo(calls(new ObjectMapper().writeValueAsString(pod)));
        }
        assertThat(calls(trim(podWith("DATABASE_URL", "postgres://ann:hunter2@db.shop:5432/cart"))))
                .containsExactly(new Address("db.shop", 5432));
    }

    @Test
    void anotherValueIsSeenToBeAnother() {
        assertThat(trim(podWith("MODE", "careful-mode"))).isEqualTo(trim(podWith("MODE", "careful-mode")));
        assertThat(trim(podWith("MODE", "careful-mode"))).isNotEqualTo(trim(podWith("MODE", "other-mode")));
        assertThat(new Trimmer().trim(Kind.POD, tree(podWith("MODE", "careful-mode"))))
                .as("by whoever does not have the key, no value can be found by trying")
                .isNotEqualTo(trimmer.trim(Kind.POD, tree(podWith("MODE", "careful-mode"))));
    }

    @Test
    void whatIsSecretInACommandStaysHere() throws Exception {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName("p")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("app")
                .withCommand("sh", "-c", "export DB_PASSWORD='hunter2 2'; exec /run --api-key=hunter2 --port=80")
                .withArgs(
                        "--token",
                        "hunter2",
                        "--password-file",
                        "/etc/pw",
                        "redis://:hunter2@cache:6379",
                        "--upstream=cart:8080",
                        "curl -H 'Authorization: Bearer hunter2' x")
                .endContainer()
                .endSpec()
                .build();
        String trimmed = trim(pod);

        assertThat(trimmed)
                .doesNotContain("hunter2")
                .contains("--port=80", "/etc/pw", "redis://cache:6379", "--upstream=cart:8080", "exec /run");
        assertThat(calls(trimmed)).containsExactlyInAnyOrder(new Address("cache", 6379), new Address("cart", 8080));
    }

    @Test
    void customResourcesAreTrimmedWhereverTheyHideSomething() throws Exception {
        ObjectNode custom = (ObjectNode) new ObjectMapper().readTree("""
                {"apiVersion": "example.org/v1", "kind": "Widget", "metadata": {"name": "w"},
                 "spec": {"adminPassword": "hunter2-a", "secretKey": "key-name", "passwordRef": {"name": "there"},
                   "parameters": [{"name": "db.password", "value": "hunter2-b"}, {"name": "size", "value": "large"}],
                   "env": {"TOKEN": "hunter2-c"},
                   "deep": [{"template": {"spec": {"containers": [{"name": "c", "env": [{"name": "A", "value": "hunter2-d"}]}]}}}]}}
                """);

        assertThat(trimmer.trim(new Kind("example.org", "Widget"), custom).toString())
                .doesNotContain("hunter2")
                .contains("key-name", "there", "large");
    }

    @Test
    void ofADefinitionTheSchemaIsNotNeeded() throws Exception {
        ObjectNode definition = (ObjectNode) new ObjectMapper().readTree("""
                {"spec": {"group": "example.org", "versions": [{"name": "v1", "served": true, "schema": {"openAPIV3Schema": {}}}]}}
                """);

        assertThat(trimmer.trim(Kind.CUSTOM_RESOURCE, definition).toString())
                .contains("v1")
                .doesNotContain("openAPIV3Schema");
    }

    private static List<Address> calls(String pod) throws Exception {
        return Observers.observe(Kind.POD, pod).stream()
                .map(seen -> (PodFacts) ((Seen) seen).resource().facts())
                .flatMap(facts -> facts.template().containers().stream())
                .flatMap(container -> container.environment().calls().stream())
                .toList();
    }

    private static Pod podWith(String variable, String value) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("p")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("app")
                .addNewEnv()
                .withName(variable)
                .withValue(value)
                .endEnv()
                .endContainer()
                .endSpec()
                .build();
    }

    private static Secret secret(Map<String, String> data) {
        return new SecretBuilder()
                .withNewMetadata()
                .withName("tls")
                .withNamespace("shop")
                .endMetadata()
                .withData(data)
                .build();
    }

    private static ObjectNode tree(HasMetadata object) {
        return new ObjectMapper().valueToTree(object);
    }

    private static String certificate() throws IOException {
        try (InputStream resource = TrimmerTest.class.getResourceAsStream("expired.crt")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<String> decoded(String secret) throws IOException {
        return new ObjectMapper()
                .readTree(secret)
                .path("data")
                .valueStream()
                .map(value -> new String(Base64.getDecoder().decode(value.asText()), StandardCharsets.US_ASCII))
                .toList();
    }
}
