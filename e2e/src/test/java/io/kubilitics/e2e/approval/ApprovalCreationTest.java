package io.kubilitics.e2e.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, and for what. */
@OnCluster
class ApprovalCreationTest {

    private Scene scene;

    @BeforeEach
    void open(TestCluster cluster, TestNamespace namespace) {
        scene = new Scene(cluster, namespace);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void everybodyAsksInHisOwnName() {
        scene.rita().create(Drafts.by("rita")).accepted();
        scene.mallory()
                .create(Drafts.by("rita"))
                .refused("requester must be you, mallory: only the operator asks for others");
        scene.admin().create(Drafts.by("rita")).refused("requester must be you, admin");
    }

    @Test
    void aForgedRequesterIsRefusedWithANameOfItsOwnAndAsAnApplyToo() {
        ObjectNode named = Drafts.named("forged", "rita");

        scene.mallory().create(named).refused("requester must be you, mallory");
        scene.mallory().change(Way.APPLY, named, _ -> {}).refused("requester must be you, mallory");
        assertThat(scene.admin().get("forged").code()).isEqualTo(404);
    }

    @Test
    void theBodyAsksOnBehalfOfOthers() {
        ObjectNode proposal = scene.body().create(Drafts.by("rita")).accepted();

        assertThat(proposal.at("/spec/requester").textValue()).isEqualTo("rita");
    }

    @Test
    void nobodyAsksWithoutTheRight() {
        scene.as("nobody").create(Drafts.by("nobody")).refused("cannot create resource \"proposals\"");
    }

    /** The dry run is made with the operator's rights, and everybody who sees the proposal sees what it shows. */
    @Test
    void nobodyProposesToChangeWhatHeMayNotRead() {
        scene.grant("vera", "kubilitics-proposer", "create");
        ObjectNode secret = Drafts.by("rita");
        Drafts.set("/spec/actions/0/target", "kind", "\"Secret\"").accept(secret);

        scene.as("vera").create(Drafts.by("vera")).refused("you may not read what this would change");
        scene.rita().create(secret).refused("people can propose changes of Deployments");
        scene.body().create(Drafts.by("vera")).accepted();
    }

    /** A moment that only one of API server and operator can read would leave the operator blind. */
    @ParameterizedTest
    @ValueSource(strings = {"2099-01-01T00:00:00,5Z", "2099-01-01T00:00:00.1234567890Z", "2099-01-01T00:00:00+23:59"})
    void aMomentThatNotEverybodyCanReadIsRefused(String moment) {
        ObjectNode draft = Drafts.by("rita");
        Drafts.set("/spec", "expiresAt", "\"" + moment + "\"").accept(draft);

        scene.rita().create(draft).refused("spec.expiresAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"victim#", "victim?x=y", "../../kube-system/configmaps/kv", "proposal/status", "-"})
    void aNameThatCouldBeAnotherPlaceIsRefused(String name) {
        ObjectNode named = Drafts.by("rita");
        Drafts.set("/spec/actions/0/target", "name", "\"" + name + "\"").accept(named);
        ObjectNode placed = Drafts.by("rita");
        Drafts.set("/spec/actions/0/target", "namespace", "\"" + name + "\"").accept(placed);

        scene.rita().create(named).refused("target.name");
        scene.rita().create(placed).refused("target.namespace");
    }

    @Test
    void anObjectIsChangedByOneActionOnly() {
        ObjectNode twice = Drafts.by("rita");
        twice.withArray("/spec/actions").add(twice.at("/spec/actions/0").deepCopy());

        scene.rita().create(twice).refused("an object is changed by one action of a proposal only");
    }

    @Test
    void noDecisionComesWithTheProposal() {
        ObjectNode decided = Drafts.by("rita");
        Drafts.decision("ann", "approve").accept(decided);
        ObjectNode own = Drafts.by("ann");
        Drafts.decision("ann", "approve").accept(own);

        scene.rita().create(decided).refused("a proposal is created without decisions");
        scene.ann().create(own).refused("a proposal is created without decisions");
        scene.body().create(decided).refused("a proposal is created without decisions");
    }

    @Test
    void aStatusThatComesWithTheProposalIsNotKept() {
        ObjectNode draft = Drafts.by("rita");
        Drafts.plan("Approved", Drafts.HASH).accept(draft);

        assertThat(scene.rita().create(draft).accepted().has("status")).isFalse();
    }

    @Test
    void aDryRunIsJudgedLikeTheRealThingAndLeavesNothing() {
        scene.mallory().create(Drafts.named("dry", "rita"), "?dryRun=All").refused("requester must be you");
        scene.rita().create(Drafts.named("dry", "rita"), "?dryRun=All").accepted();

        assertThat(scene.admin().get("dry").code()).isEqualTo(404);
    }

    @Test
    void onlyTheBodyGivesAProposalAnOwner() {
        ObjectNode owned = Drafts.by("rita");
        Drafts.owned().accept(owned);

        scene.rita().create(owned).refused("only the operator gives a proposal an owner");
    }

    @Test
    void onlyTheBodySetsOurFinalizers() {
        ObjectNode ours = Drafts.by("rita");
        Drafts.finalizers("kubilitics.io/execution").accept(ours);

        scene.rita().create(ours).refused("only the operator sets or removes finalizers of kubilitics.io");
        scene.body().create(ours).accepted();
    }

    @Test
    void aProposalThatHasExpiredIsNotMade() {
        ObjectNode late = Drafts.by("rita");
        Drafts.set("/spec", "expiresAt", "\"2020-01-01T00:00:00Z\"").accept(late);

        scene.rita().create(late).refused("expiresAt must lie in the future");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\": \"add\", \"path\": \"/a\"}",
                "{\"op\": \"test\", \"path\": \"/a\"}",
                "{\"op\": \"remove\", \"path\": \"/a\", \"value\": 1}"
            })
    void aPatchIsComplete(String operation) {
        ObjectNode draft = Drafts.by("rita");
        Drafts.set("/spec/actions/0", "patch", "[" + operation + "]").accept(draft);

        scene.rita().create(draft).refused("add, replace and test have a value, and no other operation has one");
    }

    @ParameterizedTest
    @MethodSource
    void whatMakesNoSenseIsRefused(Consumer<ObjectNode> change, String because) {
        ObjectNode draft = Drafts.by("rita");
        change.accept(draft);

        scene.rita().create(draft).refused(because);
    }

    static Stream<Arguments> whatMakesNoSenseIsRefused() {
        return Stream.of(
                Arguments.of(Drafts.actions(0), "spec.actions: Invalid value"),
                Arguments.of(Drafts.actions(11), "must have at most 10 items"),
                Arguments.of(Drafts.without("/spec", "title"), "spec.title: Required value"),
                Arguments.of(Drafts.without("/spec", "expiresAt"), "spec.expiresAt: Required value"),
                Arguments.of(Drafts.set("/spec", "requester", "\"\""), "spec.requester: Invalid value"),
                Arguments.of(Drafts.set("/spec", "why", "\"%s\"".formatted("x".repeat(4097))), "Too long"),
                Arguments.of(Drafts.set("/spec/actions/0", "type", "\"Delete\""), "supported values: \"Patch\""),
                Arguments.of(Drafts.without("/spec/actions/0", "patch"), "an action of type Patch has a patch"),
                Arguments.of(Drafts.without("/spec/actions/0/target", "uid"), "target.uid: Required value"),
                Arguments.of(
                        Drafts.set("/spec/actions/0", "patch", "[{\"op\": \"move\", \"path\": \"/a\"}]"),
                        "copy and move have a from"),
                Arguments.of(Drafts.without("/spec/expect/0", "symptom"), "SymptomGone names a symptom"));
    }
}
