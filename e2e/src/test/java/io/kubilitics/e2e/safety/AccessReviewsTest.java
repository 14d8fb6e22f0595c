package io.kubilitics.e2e.safety;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.proposal.Target;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import io.kubilitics.operator.proposal.Person;
import io.kubilitics.operator.proposal.Rights;
import io.kubilitics.operator.safety.AccessReviews;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody may do himself, asked with the body's own rights. */
@OnCluster
class AccessReviewsTest {

    private static final Person VERA = new Person("vera", List.of());
    private static final Person VERA_OF_SRE = new Person("vera", List.of("sre"));

    private KubernetesClient admin;
    private KubernetesClient body;
    private Rights rights;
    private String here;

    @BeforeEach
    void open(TestCluster cluster, TestNamespace namespace) {
        admin = cluster.client();
        Installed.on(admin);
        body = cluster.clientOf(BodyName.DEFAULT.userName());
        rights = new AccessReviews(body);
        here = namespace.name();
    }

    @AfterEach
    void close() {
        body.close();
    }

    @Test
    void whoHasTheVerbOnTheTargetMay() {
        Grants.in(here, admin, "User", "vera", Grants.rule("apps", List.of("deployments"), "patch"));

        eventually(() -> assertThat(rights.refusal(VERA, "patch", deployment(here, "cart")))
                .isEmpty());

        assertThat(rights.refusal(VERA, "delete", deployment(here, "cart")))
                .contains(
                        "vera may not delete Deployment %s/cart himself, asked by name alone: the decision names no groups"
                                .formatted(here));
        assertThat(rights.refusal(VERA, "patch", deployment("default", "cart"))).isPresent();
        assertThat(rights.refusal(VERA, "patch", target("apps/v1", "ReplicaSet", here, "cart")))
                .isPresent();
        assertThat(rights.refusal(new Person("rob", List.of()), "patch", deployment(here, "cart")))
                .isPresent();
    }

    @Test
    void aRightByAGroupNeedsTheGroup() {
        Grants.in(here, admin, "Group", "sre", Grants.rule("", List.of("configmaps"), "patch"));
        Target target = target("v1", "ConfigMap", here, "cart");

        eventually(
                () -> assertThat(rights.refusal(VERA_OF_SRE, "patch", target)).isEmpty());

        assertThat(rights.refusal(VERA, "patch", target))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).endsWith("himself, asked by name alone: the decision names no groups"));
        assertThat(rights.refusal(new Person("vera", List.of("dba")), "patch", target))
                .contains("vera may not patch ConfigMap %s/cart himself".formatted(here));
    }

    @Test
    void whatEverybodyMayHeMayToo() {
        Grants.in(here, admin, "Group", "system:authenticated", Grants.rule("", List.of("configmaps"), "patch"));

        eventually(() -> assertThat(rights.refusal(VERA, "patch", target("v1", "ConfigMap", here, "cart")))
                .isEmpty());
    }

    @Test
    void aRightToOneNameIsARightToThatNameOnly() {
        Grants.in(
                here,
                admin,
                "User",
                "vera",
                new PolicyRuleBuilder()
                        .withApiGroups("apps")
                        .withResources("deployments")
                        .withResourceNames("cart")
                        .withVerbs("patch")
                        .build());

        eventually(() -> assertThat(rights.refusal(VERA, "patch", deployment(here, "cart")))
                .isEmpty());
        assertThat(rights.refusal(VERA, "patch", deployment(here, "till"))).isPresent();
    }

    @Test
    void whatLiesInNoNamespaceIsAskedForInNone() {
        Grants.in(here, admin, "User", "vera", Grants.rule("", List.of("nodes"), "patch"));
        Grants.everywhere(admin, "User", "nora", Grants.rule("", List.of("nodes"), "patch"));
        Person nora = new Person("nora", List.of());

        eventually(() -> assertThat(rights.refusal(nora, "patch", target("v1", "Node", null, "n1")))
                .isEmpty());
        assertThat(rights.refusal(VERA, "patch", target("v1", "Node", null, "n1")))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("vera may not patch Node n1 himself"));
    }

    /** The API server would say yes to the first: vera may patch nodes in this namespace, where none are. */
    @Test
    void aNamespaceWhereNoneBelongsAndNoneWhereOneDoesAreRefused() {
        Grants.in(here, admin, "User", "vera", Grants.rule("", List.of("nodes", "configmaps"), "patch"));
        eventually(() -> assertThat(rights.refusal(VERA, "patch", target("v1", "ConfigMap", here, "cart")))
                .isEmpty());

        assertThat(rights.refusal(VERA, "patch", target("v1", "Node", here, "n1")))
                .contains("Node %s/n1 cannot lie in a namespace".formatted(here));
        assertThat(rights.refusal(VERA, "patch", target("v1", "ConfigMap", null, "cart")))
                .contains("ConfigMap cart lies in no namespace but needs a namespace");
    }

    @Test
    void theNameOfTheResourceIsTheApiServersAndNoGuess() {
        Grants.in(here, admin, "User", "vera", Grants.rule("networking.k8s.io", List.of("networkpolicies"), "patch"));

        eventually(() -> assertThat(
                        rights.refusal(VERA, "patch", target("networking.k8s.io/v1", "NetworkPolicy", here, "deny")))
                .isEmpty());
    }

    @Test
    void aKindThatIsNotServedIsRefused() {
        assertThat(rights.refusal(VERA, "patch", target("apps/v1", "Deploymint", here, "cart")))
                .contains("the cluster serves no Deploymint of apps/v1");
        assertThat(rights.refusal(VERA, "patch", target("nowhere.example.org/v1", "Thing", here, "cart")))
                .contains("the cluster serves no Thing of nowhere.example.org/v1");
    }

    @Test
    void withoutANameNobodyMay() {
        Grants.in(here, admin, "Group", "sre", Grants.rule("", List.of("configmaps"), "patch"));
        Target target = target("v1", "ConfigMap", here, "cart");
        eventually(
                () -> assertThat(rights.refusal(VERA_OF_SRE, "patch", target)).isEmpty());

        assertThat(rights.refusal(new Person("", List.of("sre")), "patch", target))
                .isPresent();
    }

    @Test
    void withoutAnAnswerNobodyMay(TestCluster cluster) {
        try (KubernetesClient stranger = cluster.clientOf("stranger");
                KubernetesClient nowhere = new KubernetesClientBuilder()
                        .withConfig(new ConfigBuilder(admin.getConfiguration())
                                .withMasterUrl("https://127.0.0.1:1/")
                                .withRequestRetryBackoffLimit(0)
                                .build())
                        .build()) {
            assertThat(new AccessReviews(stranger).refusal(VERA, "patch", deployment(here, "cart")))
                    .hasValueSatisfying(sentence -> assertThat(sentence)
                            .startsWith("whether vera may patch Deployment %s/cart himself cannot be asked: "
                                    .formatted(here))
                            .contains("cannot create resource \"subjectaccessreviews\""));
            assertThat(new AccessReviews(nowhere).refusal(VERA, "patch", deployment(here, "cart")))
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains("cannot be asked"));
        }
    }

    private static Target deployment(String namespace, String name) {
        return target("apps/v1", "Deployment", namespace, name);
    }

    private static Target target(String apiVersion, String kind, @Nullable String namespace, String name) {
        return new Target(apiVersion, kind, namespace, name, "u-1", "7");
    }
}
