package io.kubilitics.operator.reconcile;

import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.operator.proposal.Road;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** One step for each proposal whenever it changed, or when the last step asked to look again. Nothing is decided on a world that is not complete. */
@ControllerConfiguration(name = "proposals", generationAwareEventProcessing = false)
final class ProposalReconciler implements Reconciler<Proposal> {

    private static final Duration UNTIL_SYNCED = Duration.ofSeconds(1);

    private final Road road;
    private final BooleanSupplier synced;

    ProposalReconciler(Road road, BooleanSupplier synced) {
        this.road = road;
        this.synced = synced;
    }

    @Override
    public UpdateControl<Proposal> reconcile(Proposal proposal, Context<Proposal> context) {
        UpdateControl<Proposal> done = UpdateControl.noUpdate();
        if (!synced.getAsBoolean()) {
            return done.rescheduleAfter(UNTIL_SYNCED);
        }
        return road.step(proposal).map(done::rescheduleAfter).orElse(done);
    }
}
