package io.kubilitics.operator.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.AuthProviderConfigBuilder;
import io.fabric8.kubernetes.api.model.NamedContextBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnAccountTest {

    private static final String THEIRS = "somebody-elses";

    private static final Config USER = new ConfigBuilder(Config.empty())
            .withMasterUrl("https://cluster.example.org:6443/")
            .withCaCertData("the-ca")
            .withTlsServerName("kubernetes")
            .withHttpsProxy("http://proxy.example.org:3128")
            .withConnectionTimeout(1234)
            .withClientCertData(THEIRS)
            .withClientCertFile(THEIRS)
            .withClientKeyData(THEIRS)
            .withClientKeyFile(THEIRS)
            .withClientKeyPassphrase(THEIRS)
            .withKeyStoreFile(THEIRS)
            .withKeyStorePassphrase(THEIRS)
            .withUsername(THEIRS)
            .withPassword(THEIRS)
            .withOauthToken(THEIRS)
            .withAutoOAuthToken(THEIRS)
            .withOauthTokenProvider(() -> THEIRS)
            .withAuthProvider(new AuthProviderConfigBuilder()
                    .withName(THEIRS)
                    .addToConfig("id-token", THEIRS)
                    .build())
            .withImpersonateUsername(THEIRS)
            .withImpersonateGroups(THEIRS)
            .withImpersonateExtras(Map.of("scopes", List.of(THEIRS)))
            .withCustomHeaders(Map.of("Authorization", THEIRS))
            .withCurrentContext(new NamedContextBuilder()
                    .withName("c")
                    .withNewContext()
                    .withUser(THEIRS)
                    .endContext()
                    .build())
            .build();

    @Test
    void theBodysConfigurationHasNothingByWhichTheUserIsKnown() {
        Config config = OwnAccount.withoutCredentials(USER);
        JsonNode all = new JsonMapper().valueToTree(config);

        assertThat(new JsonMapper().valueToTree(USER).toString()).contains(THEIRS);
        assertThat(all.toString()).doesNotContain(THEIRS);
        // What is left out of JSON.
        assertThat(config.getAutoOAuthToken()).isNull();
        assertThat(config.getOauthTokenProvider()).isNull();
        assertThat(config.getRequestConfig().getImpersonateUsername()).isNull();
        assertThat(config.getRequestConfig().getImpersonateGroups()).isNullOrEmpty();
        assertThat(config.getCustomHeaders()).isNullOrEmpty();
        assertThat(config.getContexts()).isEmpty();
        assertThat(config.getCurrentContext()).isNull();
    }

    @Test
    void theBodysConfigurationReachesTheSameCluster() {
        Config config = OwnAccount.withoutCredentials(USER);

        assertThat(config.getMasterUrl()).isEqualTo("https://cluster.example.org:6443/");
        assertThat(config.getCaCertData()).isEqualTo("the-ca");
        assertThat(config.getTlsServerName()).isEqualTo("kubernetes");
        assertThat(config.getHttpsProxy()).isEqualTo("http://proxy.example.org:3128");
        assertThat(config.getConnectionTimeout()).isEqualTo(1234);
        assertThat(config.isTrustCerts()).isFalse();
    }
}
