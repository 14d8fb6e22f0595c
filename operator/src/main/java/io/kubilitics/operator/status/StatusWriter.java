package io.kubilitics.operator.status;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.status.ProposalStatus;
import io.kubilitics.operator.proposal.Ledger;
import java.util.Optional;

/** The status of proposals, as the API server keeps it: replaced whole, and only over the version that was seen. */
public final class StatusWriter implements Ledger {

    private final KubernetesClient client;

    public StatusWriter(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public Optional<Proposal> write(Proposal seen, ProposalStatus next) {
        Proposal changed = new Proposal();
        changed.setMetadata(new ObjectMetaBuilder(seen.getMetadata()).build());
        changed.setSpec(seen.getSpec());
        changed.setStatus(next);
        try {
            return Optional.of(client.resource(changed).updateStatus());
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == 409 || refused.getCode() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
