package io.kubilitics.operator.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchResources;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicySpec;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.Manifests;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Shipped> ALL =
            Shipped.in(Manifests.of(BodyName.DEFAULT).all());
    private static final String DECISION = "ValidatingAdmissionPolicy proposal-decision.kubilitics.io";
    private static final String BINDING = "ValidatingAdmissionPolicyBinding proposal-decision.kubilitics.io";

    @Test
    void whatTheApiServerMadeOfItIsAsShipped() {
        assertThat(ALL).hasSize(15);
        assertThat(ALL)
                .filteredOn(each -> !(each.object() instanceof CustomResourceDefinition))
                .allSatisfy(each -> assertThat(each.fault(served(each))).isEmpty());
    }

    @Test
    void anyDefaultThatIsNotFilledInIsAnAlteration() {
        HasMetadata asSent =
                new KubernetesSerialization().clone(shipped(DECISION).object());

        assertThat(shipped(DECISION).fault(asSent))
                .contains(DECISION + " is altered at spec.matchConstraints.matchPolicy");
    }

    @Test
    void whatOthersWroteBesideItDoesNotMatter() {
        HasMetadata labelled = served(shipped(DECISION));
        labelled.setMetadata(new ObjectMetaBuilder(labelled.getMetadata())
                .withUid("u")
                .withResourceVersion("7")
                .addToLabels("some", "label")
                .build());

        assertThat(shipped(DECISION).fault(labelled)).isEmpty();
    }

    @Test
    void whatIsNotThereIsMissing() {
        assertThat(shipped(DECISION).fault(null)).contains(DECISION + " is missing");
    }

    @Test
    void whatIsBeingDeletedIsNotThereForLong() {
        HasMetadata going = served(shipped(DECISION));
        going.getMetadata().setDeletionTimestamp("2026-01-01T00:00:00Z");

        assertThat(shipped(DECISION).fault(going)).contains(DECISION + " is being deleted");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            spec.failurePolicy                                    | /spec                                   | failurePolicy     | "Ignore"
            spec.failurePolicy                                    | /spec                                   | failurePolicy     | null
            spec.matchConditions                                  | /spec                                   | matchConditions   | [{"name": "never", "expression": "false"}]
            spec.paramKind                                        | /spec                                   | paramKind         | {"apiVersion": "v1", "kind": "ConfigMap"}
            spec.auditAnnotations                                 | /spec                                   | auditAnnotations  | [{"key": "k", "valueExpression": "'v'"}]
            spec.matchConstraints.namespaceSelector.matchLabels   | /spec/matchConstraints                  | namespaceSelector | {"matchLabels": {"guarded": "yes"}}
            spec.matchConstraints.objectSelector.matchExpressions | /spec/matchConstraints                  | objectSelector    | {"matchExpressions": [{"key": "guarded", "operator": "Exists"}]}
            spec.matchConstraints.matchPolicy                     | /spec/matchConstraints                  | matchPolicy       | "Exact"
            spec.matchConstraints.excludeResourceRules            | /spec/matchConstraints                  | excludeResourceRules | [{"resources": ["proposals"]}]
            spec.matchConstraints.resourceRules                   | /spec/matchConstraints                  | resourceRules     | []
            spec.matchConstraints.resourceRules[0].operations[0]  | /spec/matchConstraints/resourceRules/0  | operations        | ["DELETE"]
            spec.matchConstraints.resourceRules[0].resourceNames  | /spec/matchConstraints/resourceRules/0  | resourceNames     | ["one"]
            spec.matchConstraints.resourceRules[0].scope          | /spec/matchConstraints/resourceRules/0  | scope             | "Cluster"
            spec.validations[3].expression                        | /spec/validations/3                     | expression        | "true"
            spec.validations[3].reason                            | /spec/validations/3                     | reason            | "Invalid"
            spec.validations                                      | /spec                                   | validations       | []
            spec.variables[0].expression                          | /spec/variables/0                       | expression        | "true"
            spec.invented                                         | /spec                                   | invented          | "by a later version"
            """)
    void anyAlterationOfAPolicyIsNamed(String where, String parent, String field, String value)
            throws JsonProcessingException {
        ObjectNode altered = JSON.valueToTree(served(shipped(DECISION)));
        ((ObjectNode) altered.at(parent)).set(field, JSON.readTree(value));

        assertThat(shipped(DECISION).fault(JSON.treeToValue(altered, ValidatingAdmissionPolicy.class)))
                .contains(DECISION + " is altered at " + where);
    }

    @Test
    void aRuleLessIsAnAlteration() {
        ValidatingAdmissionPolicy withoutLast =
                policy(spec -> spec.getValidations().removeLast());
        int last = policy(_ -> {}).getSpec().getValidations().size() - 1;

        assertThat(shipped(DECISION).fault(withoutLast))
                .contains("%s is altered at spec.validations[%d]".formatted(DECISION, last));
    }

    @Test
    void anyAlterationOfABindingIsNamed() {
        ValidatingAdmissionPolicyBinding audited = binding();
        audited.getSpec().setValidationActions(List.of("Audit"));
        ValidatingAdmissionPolicyBinding also = binding();
        also.getSpec().setValidationActions(List.of("Deny", "Audit"));
        ValidatingAdmissionPolicyBinding other = binding();
        other.getSpec().setPolicyName("another");

        assertThat(shipped(BINDING).fault(audited)).contains(BINDING + " is altered at spec.validationActions[0]");
        assertThat(shipped(BINDING).fault(also)).contains(BINDING + " is altered at spec.validationActions[1]");
        assertThat(shipped(BINDING).fault(other)).contains(BINDING + " is altered at spec.policyName");
    }

    @Test
    void aRightMoreOrLessIsAnAlteration() {
        ClusterRole more = (ClusterRole) served(shipped("ClusterRole kubilitics-body"));
        more.getRules()
                .add(new PolicyRuleBuilder()
                        .withApiGroups("")
                        .withResources("pods")
                        .withVerbs("delete")
                        .build());
        ClusterRole less = (ClusterRole) served(shipped("ClusterRole kubilitics-body"));
        less.getRules().removeLast();

        assertThat(shipped("ClusterRole kubilitics-body").fault(more))
                .hasValueSatisfying(fault -> assertThat(fault).contains("is altered at rules["));
        assertThat(shipped("ClusterRole kubilitics-body").fault(less))
                .hasValueSatisfying(fault -> assertThat(fault).contains("is altered at rules["));
    }

    @Test
    void aNamespaceHasToBeThereAndNothingElse() {
        HasMetadata used = new NamespaceBuilder()
                .withNewMetadata()
                .withName("kubilitics")
                .addToLabels("team", "sre")
                .endMetadata()
                .withNewSpec()
                .withFinalizers("kubernetes")
                .endSpec()
                .build();

        assertThat(shipped("Namespace kubilitics").fault(used)).isEmpty();
        assertThat(shipped("Namespace kubilitics").fault(null)).contains("Namespace kubilitics is missing");
    }

    private static Shipped shipped(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** As a real API server answers, see the test of the guard on a cluster. */
    private static HasMetadata served(Shipped shipped) {
        HasMetadata served = new KubernetesSerialization().clone(shipped.object());
        if (served instanceof ValidatingAdmissionPolicy policy) {
            MatchResources constraints = policy.getSpec().getMatchConstraints();
            constraints.setMatchPolicy("Equivalent");
            constraints.setNamespaceSelector(new LabelSelector());
            constraints.setObjectSelector(new LabelSelector());
            constraints.getResourceRules().forEach(rule -> rule.setScope("*"));
        }
        return served;
    }

    private static ValidatingAdmissionPolicyBinding binding() {
        return (ValidatingAdmissionPolicyBinding) served(shipped(BINDING));
    }

    private static ValidatingAdmissionPolicy policy(Consumer<ValidatingAdmissionPolicySpec> change) {
        ValidatingAdmissionPolicy policy = (ValidatingAdmissionPolicy) served(shipped(DECISION));
        change.accept(policy.getSpec());
        return policy;
    }
}
