package io.kubilitics.e2e.road;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.proposal.PatchOperation;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposalSpec;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import io.kubilitics.gateway.wire.BodyClient;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.operator.Access;
import io.kubilitics.operator.Body;
import io.kubilitics.operator.safety.Installer;
import io.kubilitics.reasoning.recommendation.FindingId;
import io.kubilitics.reasoning.recommendation.ProposalName;
import io.kubilitics.reasoning.recommendation.ProposalSink;
import io.kubilitics.reasoning.recommendation.ProposalSink.Answer;
import io.kubilitics.reasoning.recommendation.Recommendation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the brain asks for, over the wire, until it is a Proposal on a real API server. */
@OnCluster
class RequestTest {

    private KubernetesClient admin;
    private People people;
    private String here;
    private Body body;
    private BodyClient brain;
    private ProposalSink sink;

    @BeforeEach
    void open(TestCluster cluster, TestNamespace namespace) {
        admin = cluster.client();
        here = namespace.name();
        new Installer(admin, BodyName.DEFAULT).install();
        people = new People(cluster, here);
        people.mayDecide("ann");
        admin.load(RequestTest.class.getResourceAsStream("cart.yaml"))
                .inNamespace(here)
                .create();
        body = Body.acting(
                new Access(Optional.of(cluster.cluster().kubeconfig()), Optional.empty()), Optional.of(here), _ -> {});
        brain = BodyClient.inProcess(body.address());
        sink = brain.proposals();
    }

    @AfterEach
    void close() {
        brain.close();
        body.close();
    }

    @Test
    void itBecomesAProposalInTheOperatorsName() {
        ProposalName name = made(sink.ask(image("f", "cart", "cart:2")));

        Proposal proposal = proposal(name);
        var spec = Objects.requireNonNull(proposal.getSpec());
        assertThat(spec.requester()).isEqualTo(BodyName.DEFAULT.userName());
        assertThat(spec.decisions()).isEmpty();
        assertThat(spec.actions()).singleElement().satisfies(action -> {
            assertThat(action.target().name()).isEqualTo("cart");
            assertThat(action.patch())
                    .extracting(PatchOperation::path)
                    .contains("/spec/template/spec/containers/1/image");
        });
    }

    @Test
    void oneFindingHasOneOpenProposalAndAnotherOnceThatIsFinished() {
        ProposalName first = made(sink.ask(image("f", "cart", "cart:2")));
        assertThat(sink.ask(image("f", "cart", "cart:2"))).isEqualTo(new Answer.Open(first));
        eventually(() -> assertThat(
                        people.kubectl("ann", "get", "proposal", first.name()).out())
                .contains("AwaitingApproval"));

        String plan = people.kubectl("ann", "get", "proposal", first.name(), "-o", "jsonpath={.status.planHash}")
                .out();
        people.kubectl("ann", "patch", "proposal", first.name(), "--type=json", "-p", """
                [{"op": "add", "path": "/spec/decisions/-", "value": {"by": "ann", "verdict": "reject", "planHash": "%s"}}]""".formatted(plan));
        eventually(() -> assertThat(
                        people.kubectl("ann", "get", "proposal", first.name()).out())
                .contains("Rejected"));

        ProposalName second = made(sink.ask(image("f", "cart", "cart:2")));
        assertThat(second).isNotEqualTo(first);
        assertThat(made(sink.ask(image("g", "cart", "cart:3")))).isNotEqualTo(second);
    }

    /** Whoever guesses a finding's name must not have his own patch approved as our remedy. */
    @Test
    void aStrangersProposalIsNoAnswerToAFinding() {
        Proposal ours = proposal(made(sink.ask(image("g", "cart", "cart:2"))));
        var spec = Objects.requireNonNull(ours.getSpec());
        Proposal strangers = new Proposal();
        strangers.setMetadata(
                new ObjectMetaBuilder().withNamespace(here).withName("f-1").build());
        strangers.setSpec(new ProposalSpec(
                "Try evil:1", "because", "f", "admin", spec.expiresAt(), spec.actions(), List.of(), List.of()));
        admin.resource(strangers).create();

        ProposalName name = made(sink.ask(image("f", "cart", "cart:2")));

        assertThat(name.name()).isEqualTo("f-2");
    }

    @Test
    void whatCannotBeIsRefusedInASentence() {
        assertThat(sink.ask(image("f", "nothing", "cart:2")))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why()).contains("does not exist"));
        assertThat(sink.ask(image("f", "cart", "cart:1")))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why()).contains("it is so already"));
        assertThat(sink.ask(recommend("f", ResourceRef.of(new Kind("apps", "StatefulSet"), here, "cart"), "cart:2")))
                .isInstanceOf(Answer.Refused.class);
    }

    private Recommendation image(String finding, String deployment, String image) {
        return recommend(finding, ResourceRef.of(Kind.DEPLOYMENT, here, deployment), image);
    }

    private static Recommendation recommend(String finding, ResourceRef target, String image) {
        return new Recommendation(
                new FindingId(finding),
                new Action.Patch(target, Fields.ofContainer("app", "image", image), "try it"),
                "Try " + image,
                "because",
                List.of());
    }

    private static ProposalName made(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Made.class);
        return ((Answer.Made) answer).proposal();
    }

    private Proposal proposal(ProposalName name) {
        return Objects.requireNonNull(admin.resources(Proposal.class)
                .inNamespace(name.namespace())
                .withName(name.name())
                .get());
    }
}
