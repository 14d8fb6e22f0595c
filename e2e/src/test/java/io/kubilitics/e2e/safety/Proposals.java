package io.kubilitics.e2e.safety;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.kubilitics.crds.proposal.PatchOperation;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposalSpec;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.Target;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Proposals before they are sent. */
final class Proposals {

    private Proposals() {}

    /** About these objects, or one that is not there. */
    static Proposal of(String requester, String namespace, String name, Target... targets) {
        Stream<Target> all = targets.length > 0
                ? Stream.of(targets)
                : Stream.of(new Target("v1", "ConfigMap", namespace, "cart", "u-1", "7"));
        Proposal proposal = new Proposal();
        proposal.setMetadata(
                new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
        proposal.setSpec(new ProposalSpec(
                "Give cart its key",
                "cart reads a key that is not there",
                null,
                requester,
                Instant.parse("2099-01-01T00:00:00Z"),
                all.map(target -> ProposedAction.patch(
                                target, List.of(PatchOperation.remove("/data/gone")), "so that it starts"))
                        .toList(),
                List.of(),
                List.of()));
        return proposal;
    }
}
