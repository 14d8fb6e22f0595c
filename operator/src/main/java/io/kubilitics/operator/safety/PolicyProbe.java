package io.kubilitics.operator.safety;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.UUID;

/**
 * Finds out when admission policies are in force, which is a moment after they were applied: makes one more, which refuses nothing but
 * dry runs on one role of ours and says a word of this day. The API server learns of policies in the order of their changes, so when
 * this one is in force, all are that were applied before. It is taken away again; should that fail, the next probe takes its place.
 */
final class PolicyProbe {

    private static final String NAME = "installation-probe.kubilitics.io";
    private static final String ROLE = "kubilitics-proposer";

    private final KubernetesClient client;
    private final HasMetadata role;
    private final String word = UUID.randomUUID().toString();

    /**
     * A probe, not made yet.
     *
     * @param all that is shipped
     */
    PolicyProbe(KubernetesClient client, List<Shipped> all) {
        this.client = client;
        this.role = all.stream()
                .map(Shipped::object)
                .filter(each -> each.getKind().equals("ClusterRole")
                        && each.getMetadata().getName().equals(ROLE))
                .findFirst()
                .orElseThrow();
    }

    void await() {
        List<Shipped> probe = Shipped.in(manifests());
        try {
            probe.forEach(each -> Apply.to(client, each.object()));
            Patience.until("the admission policies are in force", this::refuses);
        } finally {
            probe.reversed().forEach(each -> client.resource(each.object()).delete());
        }
    }

    private boolean refuses() {
        try {
            Apply.dryRun(client, role);
            return false;
        } catch (KubernetesClientException refusal) {
            String reason = Reason.of(refusal);
            if (reason.contains(NAME)) {
                // One that went before is in force for a moment after its end too; it says another word.
                return reason.contains(word);
            }
            throw refusal;
        }
    }

    private String manifests() {
        return """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicy
                metadata:
                  name: %1$s
                spec:
                  failurePolicy: Ignore
                  matchConstraints:
                    resourceRules:
                    - apiGroups: [rbac.authorization.k8s.io]
                      apiVersions: ["*"]
                      operations: [UPDATE]
                      resources: [clusterroles]
                      resourceNames: [%2$s]
                  validations:
                  - expression: "!has(request.dryRun) || !request.dryRun"
                    message: "installation %3$s is being probed"
                ---
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicyBinding
                metadata:
                  name: %1$s
                spec:
                  policyName: %1$s
                  validationActions: [Deny]
                """.formatted(NAME, ROLE, word);
    }
}
