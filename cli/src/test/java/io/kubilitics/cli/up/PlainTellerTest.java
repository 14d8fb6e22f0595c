package io.kubilitics.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.gateway.watch.News;
import io.kubilitics.operator.Access;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.recommendation.ProposalSink.Answer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainTellerTest {

    private static final KubectlLines KUBECTL = new KubectlLines(new Access(Optional.empty(), Optional.of("ctx")));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PlainTeller teller = new PlainTeller(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            InstantSource.fixed(Incident.NOW),
            ZoneOffset.UTC,
            KUBECTL);

    @Test
    void whatWasFoundIsOneBlockWithCauseObjectConfidenceAndRemedy() {
        teller.tell(new News.Found(Incident.finding(Confidence.STRONG)));

        assertThat(lines())
                .containsExactly(
                        "10:10:00  Found: Image cart: [31m2 of container app is not there",
                        "          At fault: Deployment shop/cart  (image-not-found, strong)",
                        "          To do: Deployment shop/cart: take container app back to image cart:1");
    }

    @Test
    void whatWillNotBeAskedForIsSaidToo() {
        teller.tell(new News.Changed(Incident.finding(Confidence.WEAK)));
        teller.tell(new News.Found(Incident.withoutRemedy()));

        assertThat(lines())
                .contains(
                        "10:10:00  More is known: Image cart: [31m2 of container app is not there",
                        "          To do: Deployment shop/cart: take container app back to image cart:1 (not sure enough to ask for it)",
                        "          To do: no remedy is known; ./kubilitics diagnose tells the evidence");
    }

    @Test
    void aProposalComesWithTheLinesToReadAndApproveIt() {
        teller.tell(new News.Answered(Incident.finding(Confidence.STRONG), new Answer.Made(Incident.PROPOSAL)));

        assertThat(lines())
                .containsExactly(
                        "10:10:00  Proposal shop/image-not-found-cart-1 was made",
                        "          Deployment shop/cart: take container app back to image cart:1",
                        "          Read it:  " + KUBECTL.describe(Incident.PROPOSAL),
                        "          Once it is AwaitingApproval, approve it:  " + KUBECTL.approve(Incident.PROPOSAL));
    }

    @Test
    void everyOtherAnswerSaysWhatItMeans() {
        teller.tell(new News.Answered(Incident.finding(Confidence.STRONG), new Answer.Open(Incident.PROPOSAL)));
        teller.tell(new News.Answered(Incident.finding(Confidence.STRONG), new Answer.Refused("not here\u001b[2J")));
        teller.tell(new News.Answered(Incident.finding(Confidence.STRONG), new Answer.NotYet("not synced")));

        assertThat(lines())
                .contains(
                        "10:10:00  Proposal shop/image-not-found-cart-1 is open already",
                        "10:10:00  No Proposal: not here [2J",
                        "10:10:00  No Proposal yet: not synced",
                        "          It will be asked for again.");
    }

    @Test
    void everyPhaseIsSpeltAsKubectlShowsItAndHasItsReason() {
        teller.moved(Incident.change(Phase.SIMULATED, "DryRunAllowed", "1 pod touched"));
        teller.moved(Incident.change(Phase.AWAITING_APPROVAL, "Waiting", "somebody has to approve it"));
        teller.moved(Incident.change(Phase.SUCCEEDED, "", ""));

        assertThat(lines())
                .containsExactly(
                        "10:10:00  Proposal shop/image-not-found-cart-1: Simulated",
                        "          Deployment shop/cart: go back",
                        "          DryRunAllowed: 1 pod touched",
                        "10:10:00  Proposal shop/image-not-found-cart-1: AwaitingApproval",
                        "          Waiting: somebody has to approve it",
                        "10:10:00  Proposal shop/image-not-found-cart-1: Succeeded");
    }

    @Test
    void whatIsNotKnownAndWhatIsGoneAndThatAllIsWellIsSaid() {
        teller.tell(new News.Unexplained(List.of(Incident.TROUBLE), List.of("a log")));
        teller.tell(new News.Resolved(Incident.finding(Confidence.STRONG)));
        teller.tell(new News.Well(List.of()));
        teller.tell(new News.Well(List.of("Nodes are not visible")));

        assertThat(lines())
                .containsExactly(
                        "10:10:00  Something is unwell, and why is not known:",
                        "          Deployment shop/cart: an image cannot be pulled",
                        "          To know more: a log",
                        "10:10:00  Gone: Image cart: [31m2 of container app is not there",
                        "          At fault: Deployment shop/cart  (image-not-found, strong)",
                        "10:10:00  All is well.",
                        "10:10:00  Nothing unwell can be seen, and not everything can be seen:",
                        "          Nodes are not visible");
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
