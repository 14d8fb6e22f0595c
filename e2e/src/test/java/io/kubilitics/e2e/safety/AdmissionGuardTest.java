package io.kubilitics.e2e.safety;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchConditionBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.kubilitics.crds.BodyName;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.operator.proposal.Safeguards;
import io.kubilitics.operator.safety.AdmissionGuard;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the admission policies are as shipped, seen with the body's own rights. */
@OnCluster
class AdmissionGuardTest {

    private static final String DECISION = "proposal-decision.kubilitics.io";

    private KubernetesClient admin;
    private KubernetesClient body;
    private Safeguards guard;

    @BeforeEach
    void open(TestCluster cluster) {
        admin = cluster.client();
        Installed.on(admin);
        body = cluster.clientOf(BodyName.DEFAULT.userName());
        guard = new AdmissionGuard(body, BodyName.DEFAULT);
    }

    @AfterEach
    void mend() {
        body.close();
        Installed.on(admin);
    }

    @Test
    void whatWasInstalledIsAsShipped() {
        assertThat(guard.broken()).isEmpty();
    }

    @Test
    void policiesForAnotherBodyAreNotOurs() {
        BodyName other = new BodyName("system:serviceaccount:kubilitics:hand");

        assertThat(new AdmissionGuard(body, other).broken())
                .contains(
                        "approvals cannot be trusted:"
                                + " ValidatingAdmissionPolicy proposal-creation.kubilitics.io is altered at spec.variables[0].expression;"
                                + " ValidatingAdmissionPolicy proposal-decision.kubilitics.io is altered at spec.variables[0].expression;"
                                + " ValidatingAdmissionPolicy proposal-status.kubilitics.io is altered at spec.validations[0].expression");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposal-creation.kubilitics.io", DECISION, "proposal-status.kubilitics.io"})
    void whatIsDeletedIsMissingAtOnce(String name) {
        policy(name).delete();
        assertThat(guard.broken())
                .contains("approvals cannot be trusted: ValidatingAdmissionPolicy " + name + " is missing");

        Installed.on(admin);
        assertThat(guard.broken()).isEmpty();

        binding(name).delete();
        assertThat(guard.broken())
                .contains("approvals cannot be trusted: ValidatingAdmissionPolicyBinding " + name + " is missing");
    }

    @Test
    void aConditionThatSwitchesAPolicyOffIsSeen() {
        Policies.alter(policy(DECISION), policy -> {
            policy.getSpec()
                    .setMatchConditions(List.of(new MatchConditionBuilder()
                            .withName("never")
                            .withExpression("false")
                            .build()));
        });

        altered("ValidatingAdmissionPolicy", "spec.matchConditions");
    }

    @Test
    void aSelectorThatSparesSomeIsSeen() {
        Policies.alter(policy(DECISION), policy -> {
            policy.getSpec()
                    .getMatchConstraints()
                    .getNamespaceSelector()
                    .getMatchLabels()
                    .put("guarded", "yes");
        });

        altered("ValidatingAdmissionPolicy", "spec.matchConstraints.namespaceSelector.matchLabels");
    }

    @Test
    void aRuleThatWasSoftenedIsSeen() {
        Policies.alter(policy(DECISION), policy -> {
            policy.getSpec().getValidations().get(3).setExpression("true");
        });

        altered("ValidatingAdmissionPolicy", "spec.validations[3].expression");
    }

    @Test
    void aBindingThatOnlyAuditsIsSeen() {
        Policies.alter(binding(DECISION), binding -> {
            binding.getSpec().setValidationActions(List.of("Audit"));
        });

        altered("ValidatingAdmissionPolicyBinding", "spec.validationActions[0]");
    }

    @Test
    void whatWaitsForItsDeletionIsSeen() {
        Policies.alter(binding(DECISION), binding -> {
            binding.getMetadata().setFinalizers(List.of("example.org/wait"));
        });
        binding(DECISION).delete();
        try {
            assertThat(guard.broken())
                    .contains("approvals cannot be trusted: ValidatingAdmissionPolicyBinding " + DECISION
                            + " is being deleted");
        } finally {
            Policies.alter(binding(DECISION), binding -> {
                binding.getMetadata().setFinalizers(List.of());
            });
            eventually(() -> assertThat(binding(DECISION).get()).isNull());
        }
    }

    @Test
    void whatCannotBeSeenIsNotInForce(TestCluster cluster) {
        try (KubernetesClient stranger = cluster.clientOf("stranger");
                KubernetesClient nowhere = new KubernetesClientBuilder()
                        .withConfig(new ConfigBuilder(admin.getConfiguration())
                                .withMasterUrl("https://127.0.0.1:1/")
                                .withRequestRetryBackoffLimit(0)
                                .build())
                        .build()) {
            assertThat(new AdmissionGuard(stranger, BodyName.DEFAULT).broken())
                    .hasValueSatisfying(
                            sentence -> assertThat(sentence).contains("cannot be seen", "cannot get resource"));
            assertThat(new AdmissionGuard(nowhere, BodyName.DEFAULT).broken())
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains("cannot be seen"));
        }
    }

    private void altered(String kind, String where) {
        assertThat(guard.broken())
                .contains("approvals cannot be trusted: %s %s is altered at %s".formatted(kind, DECISION, where));
    }

    private Resource<ValidatingAdmissionPolicy> policy(String name) {
        return admin.admissionRegistration().v1().validatingAdmissionPolicies().withName(name);
    }

    private Resource<ValidatingAdmissionPolicyBinding> binding(String name) {
        return admin.admissionRegistration()
                .v1()
                .validatingAdmissionPolicyBindings()
                .withName(name);
    }
}
