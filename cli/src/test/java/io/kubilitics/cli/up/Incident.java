package io.kubilitics.cli.up;

import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.gateway.watch.Finding;
import io.kubilitics.gateway.watch.Trouble;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.operator.proposal.PhaseChange;
import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.Owners;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.recommendation.FindingId;
import io.kubilitics.reasoning.recommendation.ProposalName;
import io.kubilitics.reasoning.recommendation.Recommender;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One incident, as brain and body report it. */
final class Incident {

    static final Instant NOW = Instant.parse("2026-11-21T10:10:00Z");
    static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    static final Trouble TROUBLE = new Trouble(Ailment.IMAGE_NOT_PULLED, CART);
    static final ProposalName PROPOSAL = new ProposalName("shop", "image-not-found-cart-1");

    private static final ResourceRef POD = ResourceRef.of(Kind.POD, "shop", "cart-a");

    private Incident() {}

    static Finding finding(Confidence confidence) {
        return finding(
                confidence,
                Optional.of(new Action.Patch(
                        CART,
                        Fields.ofContainer("app", "image", "cart:1"),
                        "take container app back to image cart:1")));
    }

    static Finding withoutRemedy() {
        return finding(Confidence.STRONG, Optional.empty());
    }

    private static Finding finding(Confidence confidence, Optional<Action> remedy) {
        Diagnosis diagnosis = new Diagnosis(
                "image-not-found",
                new Ruling.Confirmed(
                        CART,
                        confidence,
                        "Image cart:\u001b[31m2 of container app is not there",
                        List.of(),
                        remedy,
                        "",
                        List.of()),
                List.of(new Symptom(Ailment.IMAGE_NOT_PULLED, POD, "app", "", NOW)),
                List.of());
        return new Finding(
                FindingId.of(diagnosis),
                diagnosis,
                Set.of(TROUBLE),
                Recommender.draft(diagnosis, new Owners(Map.of(POD, CART))));
    }

    static PhaseChange change(Phase phase, String reason, String message) {
        return new PhaseChange(
                PROPOSAL.namespace(), PROPOSAL.name(), "Deployment shop/cart: go back", phase, reason, message);
    }
}
