package io.kubilitics.e2e.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.kubilitics.crds.proposal.PatchOperation;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.Target;
import io.kubilitics.crds.proposal.status.FieldChange;
import io.kubilitics.crds.proposal.status.Version;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.operator.act.ApiHand;
import io.kubilitics.operator.act.Preview;
import io.kubilitics.operator.proposal.Rehearsal;
import io.kubilitics.operator.proposal.Writing;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dry runs and writes, byte for byte, on a real API server. No node is needed: nothing has to run. */
@OnCluster
class HandTest {

    private static final String TWO_CONTAINERS = """
            {"spec": {"template": {"spec": {"containers": [{"name": "app", "image": "cart:2"}]}}}}""";

    private KubernetesClient client;
    private ApiHand hand;
    private ResourceRef cart;

    @BeforeEach
    void aDeploymentOfTwoContainers(KubernetesClient client, TestNamespace namespace) {
        this.client = client;
        hand = new ApiHand(client);
        cart = ResourceRef.of(Kind.DEPLOYMENT, namespace.name(), "cart");
        client.load(HandTest.class.getResourceAsStream("cart.yaml"))
                .inNamespace(namespace.name())
                .create();
    }

    @Test
    void fieldsBecomeAPatchThatMeansTheContainerOfThatName() {
        Preview.Shown shown = preview();

        assertThat(shown.target().apiVersion()).isEqualTo("apps/v1");
        assertThat(shown.target().uid()).isEqualTo(live().getMetadata().getUid());
        assertThat(shown.patch())
                .extracting(PatchOperation::op, PatchOperation::path)
                .contains(
                        tuple(PatchOperation.Op.TEST, "/spec/template/spec/containers/1/name"),
                        tuple(PatchOperation.Op.REPLACE, "/spec/template/spec/containers/1/image"));
        assertThat(image()).as("nothing was done").isEqualTo("cart:1");
    }

    @Test
    void whatIsSoAlreadyIsRefusedAndSoIsWhatIsNotThere() {
        assertThat(hand.preview(cart, json(TWO_CONTAINERS.replace("cart:2", "cart:1"))))
                .isEqualTo(new Preview.Refused("nothing would change: it is so already"));
        assertThat(hand.preview(ResourceRef.of(Kind.DEPLOYMENT, cart.namespace(), "gone"), json(TWO_CONTAINERS)))
                .isInstanceOf(Preview.Refused.class);
        assertThat(hand.preview(cart, json("{\"spec\": {\"replicas\": \"many\"}}")))
                .isInstanceOf(Preview.Refused.class);
        assertThat(hand.preview(new ResourceRef(new Kind("no.such.group", "Thing"), cart.namespace(), "x"), json("{}")))
                .isInstanceOf(Preview.Refused.class);
    }

    @Test
    void aRehearsalShowsWhatWouldDifferAndHowToUndoIt() {
        ProposedAction action = action();

        Rehearsal.Fine fine = (Rehearsal.Fine) hand.rehearse(0, action);

        assertThat(fine.diff())
                .containsExactly(
                        new FieldChange(0, "/spec/template/spec/containers/1/image", "\"cart:1\"", "\"cart:2\""));
        assertThat(fine.version().resourceVersion())
                .isEqualTo(live().getMetadata().getResourceVersion());
        assertThat(fine.inverse().orElseThrow().patch())
                .contains(PatchOperation.replace("/spec/template/spec/containers/1/image", TextNode.valueOf("cart:1")));
        assertThat(List.of(fine.trial().before(), fine.trial().after()))
                .extracting(object ->
                        object.at("/spec/template/spec/containers/1/image").asText())
                .containsExactly("cart:1", "cart:2");
        assertThat(image()).isEqualTo("cart:1");
    }

    @Test
    void whatIsWrittenCanBeUndone() {
        ProposedAction action = action();
        Rehearsal.Fine fine = (Rehearsal.Fine) hand.rehearse(0, action);

        Version before = write(proposal("p1"), action);

        assertThat(image()).isEqualTo("cart:2");
        assertThat(live().getMetadata().getGeneration()).isEqualTo(before.generation() + 1);
        write(proposal("p2"), fine.inverse().orElseThrow());
        assertThat(image()).isEqualTo("cart:1");
    }

    @Test
    void writtenTwiceIsWrittenOnce() {
        ProposedAction action = action();
        Version before = write(proposal("p1"), action);
        long generation = live().getMetadata().getGeneration();

        assertThat(hand.write(proposal("p1"), action, before)).isInstanceOf(Writing.Done.class);
        assertThat(hand.lookBack(proposal("p1"), action, before)).containsInstanceOf(Writing.Done.class);

        assertThat(live().getMetadata().getGeneration()).isEqualTo(generation);
    }

    @Test
    void anotherVersionIsNotWrittenOver() {
        ProposedAction action = action();
        Version before = ((Rehearsal.Fine) hand.rehearse(0, action)).version();
        setReplicas(1);

        assertThat(hand.write(proposal("p1"), action, before)).isInstanceOf(Writing.Unknown.class);

        assertThat(image()).isEqualTo("cart:1");
    }

    @Test
    void aStatusThatWasWrittenMeanwhileIsToldApart() {
        ProposedAction action = action();
        Version before = ((Rehearsal.Fine) hand.rehearse(0, action)).version();
        Deployment live = live();
        live.setStatus(new DeploymentStatusBuilder()
                .withObservedGeneration(1L)
                .withCollisionCount(7)
                .build());
        client.resource(live).updateStatus();

        assertThat(hand.write(proposal("p1"), action, before)).isInstanceOf(Writing.Overtaken.class);

        assertThat(image()).isEqualTo("cart:1");
    }

    @Test
    void aFieldThatChangedSinceMakesItOutdatedAndAnotherObjectOfThatNameToo() {
        ProposedAction action = action();
        client.apps()
                .deployments()
                .inNamespace(cart.namespace())
                .withName("cart")
                .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), TWO_CONTAINERS.replace("cart:2", "cart:9"));

        assertThat(hand.rehearse(0, action))
                .as(action.toString())
                .isInstanceOfSatisfying(
                        Rehearsal.Outdated.class,
                        outdated -> assertThat(outdated.why()).contains("cart:9", "cart:1"));

        Deployment live = live();
        client.resource(live).withTimeoutInMillis(10_000).delete();
        assertThat(hand.rehearse(0, action)).isInstanceOf(Rehearsal.Outdated.class);
    }

    @Test
    void nonsenseIsRefusedInASentence() {
        Target target = preview().target();
        ProposedAction noPath = ProposedAction.patch(
                target, List.of(PatchOperation.replace("spec/replicas", TextNode.valueOf("1"))), "try");
        ProposedAction noChange = ProposedAction.patch(
                target,
                List.of(PatchOperation.replace("/spec/template/spec/containers/1/image", TextNode.valueOf("cart:1"))),
                "try");

        assertThat(hand.rehearse(0, noPath)).isInstanceOf(Rehearsal.Refused.class);
        assertThat(hand.rehearse(0, noChange))
                .isEqualTo(new Rehearsal.Refused("nothing would change: it is so already"));
    }

    @Test
    void aSecretIsNotEvenLookedAt() {
        Target target = new Target("v1", "Secret", cart.namespace(), "keys", "u", "1");
        ProposedAction guess = ProposedAction.patch(
                target, List.of(PatchOperation.test("/data/password", TextNode.valueOf("a guess"))), "to see it");

        assertThat(hand.rehearse(0, guess))
                .isEqualTo(new Rehearsal.NotPermitted("Secrets are changed by people, not by proposals"));
        assertThat(hand.preview(ResourceRef.of(Kind.SECRET, cart.namespace(), "keys"), json("{\"data\": {}}")))
                .isInstanceOf(Preview.Refused.class);
    }

    @Test
    void withoutTheRightItIsNotPermitted(TestCluster cluster) {
        ProposedAction action = action();
        try (KubernetesClient nobody = cluster.clientOf("nobody")) {
            assertThat(new ApiHand(nobody).rehearse(0, action)).isInstanceOf(Rehearsal.NotPermitted.class);
        }
    }

    private Preview.Shown preview() {
        return (Preview.Shown) hand.preview(cart, json(TWO_CONTAINERS));
    }

    private ProposedAction action() {
        Preview.Shown shown = preview();
        return ProposedAction.patch(shown.target(), shown.patch(), "try");
    }

    /** Over the version that it returns: its controller writes its status now and then, and then it is looked at again. */
    private Version write(Proposal proposal, ProposedAction action) {
        for (int i = 0; i < 20; i++) {
            Version before = ((Rehearsal.Fine) hand.rehearse(0, action)).version();
            if (hand.write(proposal, action, before) instanceof Writing.Done) {
                return before;
            }
        }
        throw new AssertionError("its status never rests");
    }

    private static Proposal proposal(String name) {
        Proposal proposal = new Proposal();
        proposal.setMetadata(
                new ObjectMetaBuilder().withName(name).withUid("u-" + name).build());
        return proposal;
    }

    private void setReplicas(int replicas) {
        client.apps()
                .deployments()
                .inNamespace(cart.namespace())
                .withName("cart")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"replicas\": %d}}".formatted(replicas));
    }

    private Deployment live() {
        return client.apps()
                .deployments()
                .inNamespace(cart.namespace())
                .withName("cart")
                .get();
    }

    private String image() {
        return live().getSpec().getTemplate().getSpec().getContainers().get(1).getImage();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }
}
