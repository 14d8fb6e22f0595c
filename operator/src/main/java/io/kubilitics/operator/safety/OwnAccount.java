package io.kubilitics.operator.safety;

import io.fabric8.kubernetes.api.model.authentication.SelfSubjectReview;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.authentication.UserInfo;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import io.kubilitics.crds.BodyName;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** The body's own account: wherever it runs, it does everything with that account's rights, never with those of whoever started it. */
public final class OwnAccount implements AutoCloseable {

    private static final Duration LIFE = Duration.ofHours(1);

    private final KubernetesClient user;
    private final BodyName body;
    private final InstantSource clock;
    private final boolean isUsers;
    private final KubernetesClient client;

    /**
     * Finds out who the user is, and makes the body's client.
     *
     * @param user has to stay open as long as this: the body's token is renewed with his rights
     * @throws Refused when the user neither is the body nor may make a token for it
     */
    public OwnAccount(KubernetesClient user, BodyName body, InstantSource clock) {
        this.user = user;
        this.body = body;
        this.clock = clock;
        this.isUsers = isBody(whoami(user));
        this.client = isUsers ? user : another();
    }

    /** Acts as the body. Ends with this, or with the user's client when that is the body's already. */
    public KubernetesClient client() {
        return client;
    }

    /** Somebody's name, as the API server knows him. */
    public static String nameOf(KubernetesClient client) {
        return whoami(client).getUsername();
    }

    private static UserInfo whoami(KubernetesClient client) {
        try {
            SelfSubjectReview review =
                    client.authentication().v1().selfSubjectReviews().create(new SelfSubjectReview());
            return review.getStatus().getUserInfo();
        } catch (KubernetesClientException refusal) {
            throw new Refused("the cluster does not say as whom it knows you: " + Reason.of(refusal), refusal);
        }
    }

    /** By name, and in no group that an account does not have: with more it would have more rights. */
    private boolean isBody(UserInfo info) {
        if (!body.userName().equals(info.getUsername())) {
            return false;
        }
        return !body.isServiceAccount()
                || Set.of(
                                "system:authenticated",
                                "system:serviceaccounts",
                                "system:serviceaccounts:" + body.namespace())
                        .containsAll(info.getGroups());
    }

    private KubernetesClient another() {
        if (!body.isServiceAccount()) {
            throw new Refused("the operator is to act as %s, which is no service account: start it as that user"
                    .formatted(body.userName()));
        }
        OwnToken token = new OwnToken(new Renewal(this::askForToken, clock));
        KubernetesClient made = new KubernetesClientBuilder()
                .withConfig(withoutCredentials(user.getConfiguration()))
                .withHttpClientBuilderConsumer(
                        http -> http.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, token))
                .build();
        try {
            String name = nameOf(made);
            if (!name.equals(body.userName())) {
                throw new Refused(
                        "the operator is to act as %s but the cluster knows it as %s".formatted(body.userName(), name));
            }
            return made;
        } catch (RuntimeException refused) {
            made.close();
            throw refused;
        }
    }

    private Token askForToken() {
        Instant asked = clock.instant();
        try {
            TokenRequest answer = user.serviceAccounts()
                    .inNamespace(body.namespace())
                    .withName(body.accountName())
                    .tokenRequest(new TokenRequestBuilder()
                            .withNewSpec()
                            .withExpirationSeconds(LIFE.toSeconds())
                            .endSpec()
                            .build());
            // The API server may grant another life than it was asked for.
            Duration life = Duration.ofSeconds(answer.getSpec().getExpirationSeconds());
            return new Token(answer.getStatus().getToken(), asked, life);
        } catch (KubernetesClientException refusal) {
            throw new Refused(
                    refusal.getCode() == HttpURLConnection.HTTP_NOT_FOUND
                            ? "the operator's account %s is not there: it has to be installed first"
                                    .formatted(body.userName())
                            : "you may not let the operator act as its own account, which needs the right to create"
                                    + " serviceaccounts/token of %s in %s: %s"
                                            .formatted(body.accountName(), body.namespace(), Reason.of(refusal)),
                    refusal);
        }
    }

    /** Where the cluster is and how to reach it, one by one: what is not named here, known today or not, is left behind. */
    static Config withoutCredentials(Config user) {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(user.getMasterUrl())
                .withCaCertFile(user.getCaCertFile())
                .withCaCertData(user.getCaCertData())
                .withTrustStoreFile(user.getTrustStoreFile())
                .withTrustStorePassphrase(user.getTrustStorePassphrase())
                .withTrustCerts(user.isTrustCerts())
                .withDisableHostnameVerification(user.isDisableHostnameVerification())
                .withTlsServerName(user.getTlsServerName())
                .withTlsVersions(user.getTlsVersions())
                .withHttpProxy(user.getHttpProxy())
                .withHttpsProxy(user.getHttpsProxy())
                .withNoProxy(user.getNoProxy())
                .withProxyUsername(user.getProxyUsername())
                .withProxyPassword(user.getProxyPassword())
                .withHttp2Disable(user.isHttp2Disable())
                .withConnectionTimeout(user.getConnectionTimeout())
                .withRequestTimeout(user.getRequestTimeout())
                .withRequestRetryBackoffLimit(user.getRequestRetryBackoffLimit())
                .withRequestRetryBackoffInterval(user.getRequestRetryBackoffInterval())
                .build();
    }

    @Override
    public void close() {
        if (!isUsers) {
            client.close();
        }
    }
}
