package io.kubilitics.e2e.safety;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.SelfSubjectReview;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.UserInfo;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.crds.BodyName;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import io.kubilitics.operator.safety.OwnAccount;
import io.kubilitics.operator.safety.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever starts the body, with a client certificate here: it acts as its own account and as nobody else. */
@OnCluster
class OwnAccountTest {

    private KubernetesClient admin;

    @BeforeEach
    void open(KubernetesClient client) {
        admin = client;
        Installed.on(admin);
    }

    @Test
    void theBodyIsItsAccountAndHasThatAccountsRightsOnly(TestNamespace namespace) {
        Pod pod = pod(namespace.name());

        try (OwnAccount own = new OwnAccount(admin, BodyName.DEFAULT, InstantSource.system())) {
            assertThat(info(own.client()).getUsername()).isEqualTo("system:serviceaccount:kubilitics:body");
            assertThat(info(own.client()).getGroups()).doesNotContain("system:masters");
            assertThat(own.client().resource(pod).get().getMetadata().getUid())
                    .isEqualTo(pod.getMetadata().getUid());
            assertThatThrownBy(() -> own.client().resource(pod).delete())
                    .hasMessageContaining(
                            "User \"system:serviceaccount:kubilitics:body\" cannot delete resource \"pods\"");
            assertThatThrownBy(() -> own.client()
                            .serviceAccounts()
                            .inNamespace("kubilitics")
                            .withName("body")
                            .tokenRequest(new TokenRequest()))
                    .hasMessageContaining("serviceaccounts/token");
        }
        assertThat(admin.pods().inAnyNamespace().list())
                .as("the user's client is still open")
                .isNotNull();
    }

    @Test
    void whoIsTheBodyAlreadyIsServedAsHeIs(TestCluster cluster) {
        try (KubernetesClient body = cluster.clientOf(BodyName.DEFAULT.userName())) {
            OwnAccount own = new OwnAccount(body, BodyName.DEFAULT, InstantSource.system());
            assertThat(own.client()).isSameAs(body);
            own.close();
            assertThat(info(body).getUsername()).isEqualTo(BodyName.DEFAULT.userName());
        }
    }

    @Test
    void whoHasTheNameButMoreGroupsIsNot(TestCluster cluster) {
        try (KubernetesClient more = cluster.clientOf(BodyName.DEFAULT.userName(), "system:masters");
                OwnAccount own = new OwnAccount(more, BodyName.DEFAULT, InstantSource.system())) {
            assertThat(info(more).getGroups()).contains("system:masters");
            assertThat(info(own.client()).getUsername()).isEqualTo(BodyName.DEFAULT.userName());
            assertThat(info(own.client()).getGroups()).doesNotContain("system:masters");
        }
    }

    @Test
    void aBodyThatIsAUserHasToBeStartedAsThatUser(TestCluster cluster) {
        BodyName user = new BodyName("operator@example.org");
        try (KubernetesClient it = cluster.clientOf(user.userName())) {
            assertThat(new OwnAccount(it, user, InstantSource.system()).client())
                    .isSameAs(it);
        }
        assertThatThrownBy(() -> new OwnAccount(admin, user, InstantSource.system()))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "the operator is to act as operator@example.org, which is no service account: start it as that user");
    }

    @Test
    void withoutTheRightToMakeTokensItSaysSo(TestCluster cluster) {
        try (KubernetesClient stranger = cluster.clientOf("stranger")) {
            assertThatThrownBy(() -> new OwnAccount(stranger, BodyName.DEFAULT, InstantSource.system()))
                    .isInstanceOf(Refused.class)
                    .hasMessage("you may not let the operator act as its own account, which needs the right to create"
                            + " serviceaccounts/token of body in kubilitics: User \"stranger\" cannot create resource"
                            + " \"serviceaccounts/token\" in API group \"\" in the namespace \"kubilitics\"");
        }
    }

    @Test
    void withoutTheAccountItSaysSo() {
        BodyName none = new BodyName("system:serviceaccount:kubilitics:nobody");

        assertThatThrownBy(() -> new OwnAccount(admin, none, InstantSource.system()))
                .isInstanceOf(Refused.class)
                .hasMessage("the operator's account system:serviceaccount:kubilitics:nobody is not there:"
                        + " it has to be installed first");
    }

    @Test
    void theTokenIsRenewedInGoodTime() {
        MovedClock clock = new MovedClock();
        try (OwnAccount own = new OwnAccount(admin, BodyName.DEFAULT, clock)) {
            String first = token(own.client());
            clock.now = clock.now.plus(Duration.ofMinutes(29));
            assertThat(token(own.client())).isEqualTo(first);

            clock.now = clock.now.plus(Duration.ofMinutes(1));
            String second = token(own.client());

            assertThat(second).isNotEqualTo(first);
            assertThat(token(own.client())).isEqualTo(second);
        }
    }

    /** Its tokens are void at once, long before their time. */
    @Test
    void anAccountThatWasMadeAnewIsActedAsAgain(TestNamespace namespace) {
        BodyName hand = new BodyName("system:serviceaccount:%s:hand".formatted(namespace.name()));
        String before = remake(hand);
        MovedClock clock = new MovedClock();
        try (OwnAccount own = new OwnAccount(admin, hand, clock)) {
            assertThat(info(own.client()).getUid()).isEqualTo(before);

            String after = remake(hand);
            clock.now = clock.now.plus(Duration.ofMinutes(1));

            eventually(() -> assertThat(info(own.client()).getUid()).isEqualTo(after));
        }
    }

    private Pod pod(String namespace) {
        return admin.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("cart")
                        .withNamespace(namespace)
                        .endMetadata()
                        .withNewSpec()
                        .withNodeName("nowhere")
                        .addNewContainer()
                        .withName("cart")
                        .withImage("any:1")
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
    }

    /** The uid of the new one. */
    private String remake(BodyName name) {
        var account = admin.serviceAccounts().inNamespace(name.namespace()).withName(name.accountName());
        account.delete();
        eventually(() -> assertThat(account.get()).isNull());
        return admin.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(name.namespace())
                        .withName(name.accountName())
                        .endMetadata()
                        .build())
                .create()
                .getMetadata()
                .getUid();
    }

    private static UserInfo info(KubernetesClient client) {
        return client.authentication()
                .v1()
                .selfSubjectReviews()
                .create(new SelfSubjectReview())
                .getStatus()
                .getUserInfo();
    }

    /** Which one, not what it is. */
    private static String token(KubernetesClient client) {
        List<String> id =
                Objects.requireNonNull(info(client).getExtra().get("authentication.kubernetes.io/credential-id"));
        return id.getFirst();
    }

    private static final class MovedClock implements InstantSource {
        private Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }
    }
}
