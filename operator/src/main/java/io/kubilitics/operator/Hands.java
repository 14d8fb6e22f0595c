package io.kubilitics.operator;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.operator.act.ApiHand;
import io.kubilitics.operator.feed.WorldKeeper;
import io.kubilitics.operator.proposal.Announcer;
import io.kubilitics.operator.proposal.Draft;
import io.kubilitics.operator.proposal.PhaseChange;
import io.kubilitics.operator.proposal.PhaseListener;
import io.kubilitics.operator.proposal.Ports;
import io.kubilitics.operator.proposal.Road;
import io.kubilitics.operator.reconcile.Controllers;
import io.kubilitics.operator.safety.AccessReviews;
import io.kubilitics.operator.safety.AdmissionGuard;
import io.kubilitics.operator.safety.EventAnnouncer;
import io.kubilitics.operator.status.StatusWriter;
import io.kubilitics.operator.wire.ProposalService;
import io.kubilitics.policy.RuleBook;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** What a body that acts has beside one that looks: proposals are made, and walk their road. */
final class Hands implements AutoCloseable {

    private static final BodyName SELF = BodyName.DEFAULT;

    private final ProposalService proposals;
    private final Controllers controllers;

    /**
     * Starts at once.
     *
     * @param whole whether the world is complete and still being told of every change
     */
    Hands(
            KubernetesClient client,
            Optional<String> namespace,
            WorldKeeper keeper,
            BooleanSupplier whole,
            PhaseListener phases,
            InstantSource clock) {
        ApiHand hand = new ApiHand(client);
        proposals = new ProposalService(client, hand, new Draft(SELF.namespace(), SELF.userName()), clock);
        Ports ports = new Ports(
                hand,
                new StatusWriter(client),
                new AccessReviews(client),
                new AdmissionGuard(client, SELF),
                telling(new EventAnnouncer(client, clock), phases));
        // Each run is another body: whoever finds a claim of an earlier one knows that it is over.
        String run = "%s/%s".formatted(SELF.userName(), UUID.randomUUID());
        Road road = new Road(ports, RuleBook.immutable(SELF.namespace()), keeper::world, clock, run);
        controllers = new Controllers(client, namespace, road, whole);
    }

    ProposalService proposals() {
        return proposals;
    }

    /** Why proposals are not looked after just now. */
    Optional<String> trouble() {
        return controllers.trouble();
    }

    private static Announcer telling(Announcer events, PhaseListener phases) {
        return (proposal, reason, sentence, warning) -> {
            events.tell(proposal, reason, sentence, warning);
            phases.moved(change(proposal, reason, sentence));
        };
    }

    private static PhaseChange change(Proposal proposal, String reason, String sentence) {
        return new PhaseChange(
                proposal.getMetadata().getNamespace(),
                proposal.getMetadata().getName(),
                Objects.requireNonNull(proposal.getSpec()).title(),
                Objects.requireNonNull(
                        Objects.requireNonNull(proposal.getStatus()).phase()),
                reason,
                sentence);
    }

    @Override
    public void close() {
        controllers.close();
    }
}
