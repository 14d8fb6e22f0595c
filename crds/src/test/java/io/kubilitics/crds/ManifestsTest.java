package io.kubilitics.crds;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubilitics.crds.proposal.status.Phase;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ManifestsTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Manifests SHIPPED = Manifests.of(BodyName.DEFAULT);

    @Test
    void areCompleteAndInTheOrderOfTheirUse() throws IOException {
        assertThat(documents(SHIPPED.all()))
                .extracting(ManifestsTest::name)
                .containsExactly(
                        "CustomResourceDefinition proposals.kubilitics.io",
                        "ValidatingAdmissionPolicy proposal-creation.kubilitics.io",
                        "ValidatingAdmissionPolicyBinding proposal-creation.kubilitics.io",
                        "ValidatingAdmissionPolicy proposal-decision.kubilitics.io",
                        "ValidatingAdmissionPolicyBinding proposal-decision.kubilitics.io",
                        "ValidatingAdmissionPolicy proposal-status.kubilitics.io",
                        "ValidatingAdmissionPolicyBinding proposal-status.kubilitics.io",
                        "Namespace kubilitics",
                        "ClusterRole kubilitics-body",
                        "ClusterRoleBinding kubilitics-body",
                        "Role kubilitics-body",
                        "RoleBinding kubilitics-body",
                        "ClusterRole kubilitics-proposer",
                        "ClusterRole kubilitics-approver",
                        "ServiceAccount body");
    }

    @Test
    void nameTheBodyWhereverItMatters() throws IOException {
        Manifests manifests = Manifests.of(new BodyName("system:serviceaccount:sre:hand"));

        for (JsonNode policy : policies(manifests)) {
            assertThat(policy.toString()).contains("request.userInfo.username == 'system:serviceaccount:sre:hand'");
        }
        assertThat(manifests.all()).doesNotContain("${").doesNotContain("serviceaccount:kubilitics");
        assertThat(documents(manifests.rbac()))
                .filteredOn(each -> each.has("subjects"))
                .hasSize(2)
                .allSatisfy(binding -> assertThat(binding.at("/subjects/0"))
                        .isEqualTo(YAML.readTree("{kind: ServiceAccount, namespace: sre, name: hand}")));
    }

    @Test
    void makeNoServiceAccountForAUser() throws IOException {
        Manifests manifests = Manifests.of(new BodyName("operator@example.org"));

        assertThat(documents(manifests.all()))
                .extracting(ManifestsTest::name)
                .noneMatch(name -> name.startsWith("ServiceAccount"));
        assertThat(documents(manifests.rbac()))
                .filteredOn(each -> each.has("subjects"))
                .allSatisfy(binding -> {
                    assertThat(binding.at("/subjects/0/kind").textValue()).isEqualTo("User");
                    assertThat(binding.at("/subjects/0/name").textValue()).isEqualTo("operator@example.org");
                });
    }

    @Test
    void refuseWhenAPolicyCannotAnswer() throws IOException {
        for (JsonNode policy : policies(SHIPPED)) {
            assertThat(policy.at("/spec/failurePolicy").textValue()).isEqualTo("Fail");
        }
        assertThat(documents(SHIPPED.admission()))
                .filteredOn(each -> each.at("/kind").textValue().endsWith("Binding"))
                .hasSize(3)
                .allSatisfy(binding -> assertThat(
                                binding.at("/spec/validationActions").toString())
                        .isEqualTo("[\"Deny\"]"));
    }

    @Test
    void knowTheSameFinishedPhasesAsTheTypes() throws IOException {
        String expression = documents(SHIPPED.admission()).stream()
                .filter(each -> name(each).equals("ValidatingAdmissionPolicy proposal-status.kubilitics.io"))
                .findFirst()
                .orElseThrow()
                .at("/spec/validations/1/expression")
                .textValue();

        assertThat(Stream.of(Phase.values()).filter(phase -> expression.contains("'" + name(phase) + "'")))
                .containsExactlyElementsOf(
                        Stream.of(Phase.values()).filter(Phase::isFinished).toList());
    }

    @Test
    void letTheBodyLookAfterItsPolicies() throws IOException {
        Set<String> lookedAt = rules("kubilitics-body")
                .filter(rule -> rule.at("/apiGroups/0").textValue().equals("admissionregistration.k8s.io"))
                .flatMap(rule -> texts(rule.at("/resourceNames")))
                .collect(toSet());

        assertThat(policies(SHIPPED))
                .extracting(each -> each.at("/metadata/name").textValue())
                .containsExactlyInAnyOrderElementsOf(lookedAt);
    }

    @Test
    void grantNoWildcardAndTheRightToDecideToApproversOnly() throws IOException {
        for (JsonNode document : documents(SHIPPED.rbac())) {
            assertThat(document.at("/rules").toString()).doesNotContain("*");
        }
        assertThat(verbs("kubilitics-approver")).contains("approve");
        assertThat(verbs("kubilitics-proposer")).doesNotContain("approve", "delete");
        assertThat(verbs("kubilitics-body"))
                .doesNotContain("approve", "delete", "deletecollection", "escalate", "bind", "impersonate");
    }

    private static Set<String> verbs(String role) throws IOException {
        return rules(role).flatMap(rule -> texts(rule.at("/verbs"))).collect(toSet());
    }

    private static Stream<JsonNode> rules(String role) throws IOException {
        return documents(SHIPPED.rbac()).stream()
                .filter(each -> name(each).equals("ClusterRole " + role))
                .flatMap(each -> StreamSupport.stream(each.at("/rules").spliterator(), false));
    }

    private static List<JsonNode> policies(Manifests manifests) throws IOException {
        return documents(manifests.admission()).stream()
                .filter(each -> each.at("/kind").textValue().equals("ValidatingAdmissionPolicy"))
                .toList();
    }

    private static String name(Phase phase) {
        return YAML.convertValue(phase, String.class);
    }

    private static String name(JsonNode document) {
        return document.at("/kind").textValue() + " "
                + document.at("/metadata/name").textValue();
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue);
    }

    private static List<JsonNode> documents(String yaml) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll();
        }
    }
}
