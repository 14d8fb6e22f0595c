package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretValuesTest {

    private final SecretValues secrets = new SecretValues();

    @Test
    void aKnownValueIsStruckOutPlainAndEncoded() {
        learn(secret("db", "correct-horse"));

        assertThat(secrets.scrub("login with correct-horse, sent as Y29ycmVjdC1ob3JzZQ=="))
                .isEqualTo("login with [secret], sent as [secret]");
    }

    @Test
    void theLongerOfTwoValuesGoesFirst() {
        learn(secret("a", "correct-horse"));
        learn(secret("b", "correct-horse-battery"));

        assertThat(secrets.scrub("is correct-horse-battery")).isEqualTo("is [secret]");
    }

    @Test
    void shortValuesWouldStrikeOutInnocentWords() {
        learn(secret("a", "root"));

        assertThat(secrets.scrub("root cause")).isEqualTo("root cause");
    }

    @Test
    void theNameOfAnObjectIsNoSecretWhereItIsAskedFor() {
        learn(secret("host", "orders-db"));

        assertThat(secrets.scrub("call orders-db", Set.of("orders-db"))).isEqualTo("call orders-db");
        assertThat(secrets.scrub("call orders-db")).isEqualTo("call [secret]");
    }

    @Test
    void aSecretThatIsGoneIsForgotten() {
        Secret secret = secret("a", "correct-horse");
        learn(secret);
        secrets.forget(ref(secret));

        assertThat(secrets.scrub("correct-horse")).isEqualTo("correct-horse");
    }

    private void learn(Secret secret) {
        secrets.learn(ref(secret), new ObjectMapper().valueToTree(secret));
    }

    private static ResourceRef ref(Secret secret) {
        return ResourceRef.of(Kind.SECRET, "shop", secret.getMetadata().getName());
    }

    private static Secret secret(String name, String value) {
        return new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("shop")
                .endMetadata()
                .withData(Map.of("value", Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))))
                .build();
    }
}
