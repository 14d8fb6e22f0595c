package io.kubilitics.reasoning.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.reasoning.recommendation.ProposalSink.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryProposalsTest {

    private final InMemoryProposals proposals = new InMemoryProposals("kube-system");

    @Test
    void aFindingNeverHasTwoOpenProposals() {
        Recommendation recommendation = about("shop");

        Answer first = proposals.ask(recommendation);
        assertThat(first).isInstanceOf(Answer.Made.class);
        assertThat(proposals.ask(recommendation)).isEqualTo(new Answer.Open(((Answer.Made) first).proposal()));

        proposals.finish(recommendation.finding());
        assertThat(proposals.ask(recommendation))
                .isInstanceOf(Answer.Made.class)
                .isNotEqualTo(first);
        assertThat(proposals.made()).hasSize(2);
    }

    @Test
    void whatIsRefusedOrNotTakenMakesNone() {
        assertThat(proposals.ask(about("kube-system"))).isInstanceOf(Answer.Refused.class);

        proposals.away("the body is away");
        assertThat(proposals.ask(about("shop"))).isEqualTo(new Answer.NotYet("the body is away"));
        assertThat(proposals.made()).isEmpty();

        proposals.back();
        assertThat(proposals.ask(about("shop"))).isInstanceOf(Answer.Made.class);
    }

    private static Recommendation about(String namespace) {
        ResourceRef cart = ResourceRef.of(Kind.DEPLOYMENT, namespace, "cart");
        return new Recommendation(
                FindingId.of("image-not-found", cart),
                new Action.Patch(cart, Fields.ofContainer("app", "image", "cart:1"), "it ran before"),
                "title",
                "because",
                List.of());
    }
}
