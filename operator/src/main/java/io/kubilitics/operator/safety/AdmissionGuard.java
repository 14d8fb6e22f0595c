package io.kubilitics.operator.safety;

import static java.util.stream.Collectors.joining;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.Manifests;
import io.kubilitics.operator.proposal.Safeguards;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The admission policies: without them, as shipped to the last field, an approval proves nothing. Read afresh each time. */
public final class AdmissionGuard implements Safeguards {

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionGuard.class);

    private final KubernetesClient client;
    private final List<Shipped> policies;

    public AdmissionGuard(KubernetesClient client, BodyName body) {
        this.client = client;
        this.policies = Shipped.in(Manifests.of(body).admission());
    }

    @Override
    public Optional<String> broken() {
        try {
            String faults = policies.stream()
                    .flatMap(policy ->
                            policy.fault(client.resource(policy.object()).get()).stream())
                    .collect(joining("; "));
            return faults.isEmpty() ? Optional.empty() : Optional.of("approvals cannot be trusted: " + faults);
        } catch (RuntimeException unanswered) { // whatever it is: what cannot be seen is not in force
            LOG.atWarn().setCause(unanswered).log("the admission policies cannot be read");
            return Optional.of(
                    "approvals cannot be trusted: whether the admission policies are as shipped cannot be seen: "
                            + Reason.of(unanswered));
        }
    }
}
