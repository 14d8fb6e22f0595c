package io.kubilitics.e2e.safety;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchConditionBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ParamKindBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.Manifests;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import io.kubilitics.operator.safety.Installer;
import io.kubilitics.operator.safety.Refused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an installation leaves in a cluster, mends, and refuses. */
@OnCluster
class InstallerTest {

    private KubernetesClient admin;
    private Installer installer;

    @BeforeEach
    void open(KubernetesClient client) {
        admin = client;
        installer = new Installer(admin, BodyName.DEFAULT);
    }

    @AfterEach
    void mend() {
        Installed.on(admin);
    }

    @Test
    void afterItNothingIsMissing() {
        Installed.on(admin);

        assertThat(installer.missing()).isEmpty();
    }

    @Test
    void aSecondTimeItChangesNothingAndLeavesNothingBehind() {
        installer.install();
        List<String> before = versions();

        installer.install();

        assertThat(versions()).isEqualTo(before);
        assertThat(admin.admissionRegistration()
                        .v1()
                        .validatingAdmissionPolicies()
                        .list()
                        .getItems())
                .extracting(each -> each.getMetadata().getName())
                .filteredOn(name -> name.endsWith("kubilitics.io") && !name.contains("e2e"))
                .containsExactlyInAnyOrder(
                        "proposal-creation.kubilitics.io",
                        "proposal-decision.kubilitics.io",
                        "proposal-status.kubilitics.io");
        assertThat(admin.admissionRegistration()
                        .v1()
                        .validatingAdmissionPolicyBindings()
                        .withName("installation-probe.kubilitics.io")
                        .get())
                .isNull();
    }

    @Test
    void whatIsMissingOrAlteredIsNamed() {
        Installed.on(admin);
        admin.rbac()
                .roleBindings()
                .inNamespace("kubilitics")
                .withName("kubilitics-body")
                .delete();
        admin.rbac().clusterRoles().withName("kubilitics-approver").edit(role -> {
            role.getRules().getFirst().getVerbs().add("delete");
            return role;
        });

        assertThat(installer.missing())
                .containsExactly(
                        "RoleBinding kubilitics-body is missing",
                        "ClusterRole kubilitics-approver is altered at rules[0].verbs[5]");

        installer.install();
        assertThat(installer.missing()).isEmpty();
    }

    @Test
    void anAlteredDefinitionIsNamedAndMended() {
        Installed.on(admin);
        admin.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("proposals.kubilitics.io")
                .edit(definition -> {
                    var version = definition.getSpec().getVersions().getFirst();
                    var properties = version.getSchema().getOpenAPIV3Schema().getProperties();
                    Objects.requireNonNull(properties.get("spec")).setXKubernetesValidations(List.of());
                    return definition;
                });

        assertThat(installer.missing())
                .containsExactly("CustomResourceDefinition proposals.kubilitics.io is altered at"
                        + " spec.versions[0].schema.openAPIV3Schema.properties.spec.x-kubernetes-validations");

        installer.install();
        assertThat(installer.missing()).isEmpty();
    }

    @Test
    void whatOthersAddedIsTakenAwayAndItsLabelsStay() {
        Installed.on(admin);
        Policies.alter(policy(), policy -> {
            policy.getMetadata().getLabels().put("team", "sre");
            policy.getSpec()
                    .setParamKind(new ParamKindBuilder()
                            .withApiVersion("v1")
                            .withKind("ConfigMap")
                            .build());
        });
        switchOff();

        installer.install();

        assertThat(installer.missing()).isEmpty();
        assertThat(policy().get().getMetadata().getLabels()).containsEntry("team", "sre");
    }

    /** The policy that refuses a finalizer was switched off and is known to be. */
    @Test
    void whenItReturnsThePoliciesAreInForce(TestNamespace namespace) {
        Installed.on(admin);
        Resource<Proposal> proposal = admin.resource(Proposals.of("admin", namespace.name(), "cart-key"));
        proposal.create();
        switchOff();
        eventually(() -> assertThat(heldBack(proposal)).isEqualTo("accepted"));

        installer.install();

        assertThat(heldBack(proposal)).contains("only the operator sets or removes finalizers of kubilitics.io");
    }

    @Test
    void theBodyHasItsRightsWhenItReturns(TestCluster cluster) {
        admin.rbac().clusterRoleBindings().withName("kubilitics-body").delete();
        try (KubernetesClient body = cluster.clientOf(BodyName.DEFAULT.userName())) {
            eventually(
                    () -> assertThatThrownBy(() -> body.pods().inAnyNamespace().list())
                            .isInstanceOf(KubernetesClientException.class));

            installer.install();

            assertThat(body.pods().inAnyNamespace().list().getItems()).isNotNull();
        }
    }

    @Test
    void withoutTheRightNothingIsChangedAndItIsNamed(TestCluster cluster) {
        Installed.on(admin);
        Grants.everywhere(
                admin,
                "User",
                "ivan",
                Grants.rule("apiextensions.k8s.io", List.of("customresourcedefinitions"), "get", "create", "patch"),
                Grants.rule(
                        "admissionregistration.k8s.io",
                        List.of("validatingadmissionpolicies", "validatingadmissionpolicybindings"),
                        "*"));
        switchOff();
        List<String> before = versions();
        try (KubernetesClient ivan = cluster.clientOf("ivan")) {
            eventually(() -> assertThatThrownBy(() -> new Installer(ivan, BodyName.DEFAULT).install())
                    .isInstanceOf(Refused.class)
                    .hasMessage("the operator cannot be installed: User \"ivan\" cannot patch resource \"namespaces\""
                            + " in API group \"\" in the namespace \"kubilitics\""));
            assertThatThrownBy(() -> new Installer(ivan, BodyName.DEFAULT).missing())
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("what is installed cannot be seen: User \"ivan\" cannot get resource");
        }
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void whoMayWriteRolesButHoldsFewerRightsIsRefusedToo(TestCluster cluster) {
        Installed.on(admin);
        admin.rbac().clusterRoles().withName("kubilitics-body").edit(role -> {
            role.getRules().removeLast();
            return role;
        });
        Grants.everywhere(
                admin,
                "User",
                "iris",
                Grants.rule("apiextensions.k8s.io", List.of("customresourcedefinitions"), "*"),
                Grants.rule(
                        "admissionregistration.k8s.io",
                        List.of("validatingadmissionpolicies", "validatingadmissionpolicybindings"),
                        "*"),
                Grants.rule("", List.of("namespaces"), "*"),
                Grants.rule("rbac.authorization.k8s.io", List.of("clusterroles"), "get", "create", "patch"));
        try (KubernetesClient iris = cluster.clientOf("iris")) {
            eventually(() -> assertThatThrownBy(() -> new Installer(iris, BodyName.DEFAULT).install())
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("attempting to grant RBAC permissions not currently held"));
        }
    }

    private void switchOff() {
        Policies.alter(
                policy(),
                policy -> policy.getSpec()
                        .setMatchConditions(List.of(new MatchConditionBuilder()
                                .withName("never")
                                .withExpression("false")
                                .build())));
    }

    private Resource<ValidatingAdmissionPolicy> policy() {
        return admin.admissionRegistration()
                .v1()
                .validatingAdmissionPolicies()
                .withName("proposal-decision.kubilitics.io");
    }

    /** As a dry run. */
    private static String heldBack(Resource<Proposal> proposal) {
        try {
            proposal.dryRun(true).edit(seen -> {
                seen.addFinalizer("kubilitics.io/e2e");
                return seen;
            });
            return "accepted";
        } catch (KubernetesClientException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private List<String> versions() {
        byte[] all = Manifests.of(BodyName.DEFAULT).all().getBytes(StandardCharsets.UTF_8);
        List<HasMetadata> found = admin.load(new ByteArrayInputStream(all)).get();
        return found.stream()
                .map(each -> each.getFullResourceName() + " "
                        + each.getMetadata().getName() + " " + version(each.getMetadata()))
                .toList();
    }

    /** Controllers write the status of policies and definitions a moment later: only what is asked of those counts. */
    private static String version(ObjectMeta meta) {
        return meta.getGeneration() == null ? meta.getResourceVersion() : "generation " + meta.getGeneration();
    }
}
