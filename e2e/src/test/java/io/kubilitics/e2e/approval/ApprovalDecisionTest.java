package io.kubilitics.e2e.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may decide, when, and about what. */
@OnCluster
class ApprovalDecisionTest {

    private Scene scene;

    @BeforeEach
    void open(TestCluster cluster, TestNamespace namespace) {
        scene = new Scene(cluster, namespace);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource
    void whoMayDecideDecidesInHisOwnName(Way way) {
        ObjectNode decided = scene.ann()
                .change(way, scene.awaitingApproval(), Drafts.decision("ann", "approve"))
                .accepted();

        assertThat(decided.at("/spec/decisions/0/by").textValue()).isEqualTo("ann");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDecidesInAnothersName(Way way) {
        ObjectNode proposal = scene.awaitingApproval();

        scene.ann()
                .change(way, proposal, Drafts.decision("ben", "approve"))
                .refused("you decide in your own name only, ann");
        scene.admin()
                .change(way, proposal, Drafts.decision("ann", "approve"))
                .refused("you decide in your own name only, admin");
        scene.rita()
                .change(way, proposal, Drafts.decision("ann", "approve"))
                .refused("you decide in your own name only, rita");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDecidesAboutHisOwnRequest(Way way) {
        ObjectNode asked = scene.ann().create(Drafts.by("ann")).accepted();
        ObjectNode proposal = scene.told(asked, "AwaitingApproval");

        scene.ann().change(way, proposal, Drafts.decision("ann", "approve")).refused("you asked for this yourself");
        scene.ann().change(way, proposal, Drafts.decision("ann", "reject")).refused("you asked for this yourself");
        scene.ben().change(way, proposal, Drafts.decision("ben", "approve")).accepted();
    }

    @Test
    void whatTheBodyAskedForSomebodyIsThatOnesOwnRequest() {
        ObjectNode asked = scene.body().create(Drafts.by("ann")).accepted();
        ObjectNode proposal = scene.told(asked, "AwaitingApproval");

        scene.ann()
                .change(Way.JSON_PATCH, proposal, Drafts.decision("ann", "approve"))
                .refused("you asked for this yourself");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDecidesWithoutTheVerb(Way way) {
        ObjectNode proposal = scene.awaitingApproval();

        scene.mallory()
                .change(way, proposal, Drafts.decision("mallory", "approve"))
                .refused("you may not decide about proposals here");
        scene.mallory()
                .change(way, proposal, Drafts.decision("mallory", "reject"))
                .refused("you may not decide about proposals here");
    }

    @Test
    void theVerbCountsInItsNamespaceOnly(TestCluster cluster) {
        scene.grant("dora", "kubilitics-approver", "approve");
        ObjectNode here = scene.awaitingApproval();

        scene.as("dora").patch(here, annsPatch().replace("ann", "dora")).accepted();

        Caller elsewhere = new Caller("dora", scene.as("dora").client(), "default");
        elsewhere.patch(here, annsPatch().replace("ann", "dora")).refused("cannot patch resource \"proposals\"");
    }

    @ParameterizedTest
    @EnumSource
    void oneDecisionAtATime(Way way) {
        scene.ann()
                .change(
                        way,
                        scene.awaitingApproval(),
                        Drafts.decision("ann", "approve").andThen(Drafts.decision("ben", "approve")))
                .refused("one decision at a time");
    }

    @Test
    void twoPeopleDecideOneAfterTheOther() {
        ObjectNode proposal = scene.approvedByAnn();

        ObjectNode decided =
                scene.ben().patch(proposal, annsPatch().replace("ann", "ben")).accepted();

        assertThat(decided.at("/spec/decisions").findValuesAsText("by")).containsExactly("ann", "ben");
    }

    @Test
    void whoAppliesHisDecisionLeavesTheOthersAlone() {
        ObjectNode proposal = scene.approvedByAnn();
        ObjectNode onlyBens = scene.now(proposal);
        Drafts.set("/spec", "decisions", "[]").accept(onlyBens);

        ObjectNode decided = scene.ben()
                .change(Way.APPLY, onlyBens, Drafts.decision("ben", "reject"))
                .accepted();

        assertThat(decided.at("/spec/decisions").findValuesAsText("by")).containsExactly("ann", "ben");
    }

    @Test
    void aDecisionIsAboutThePlanThatStatusShows() {
        ObjectNode proposal = scene.awaitingApproval();

        scene.ann()
                .change(Way.JSON_PATCH, proposal, Drafts.decision("ann", "approve", Drafts.OTHER_HASH))
                .refused("this is not the plan that status shows: look again; its planHash is " + Drafts.HASH);
        scene.body()
                .changeStatus(Way.MERGE_PATCH, scene.now(proposal), Drafts.plan("AwaitingApproval", Drafts.OTHER_HASH))
                .accepted();
        scene.ann().patch(proposal, annsPatch()).refused("this is not the plan that status shows");
    }

    @Test
    void aHashThatSomebodyClaimsInTheSameRequestDoesNotCount() {
        ObjectNode proposal = scene.awaitingApproval();

        scene.ann()
                .change(
                        Way.REPLACE,
                        proposal,
                        Drafts.decision("ann", "approve", Drafts.OTHER_HASH)
                                .andThen(Drafts.plan("AwaitingApproval", Drafts.OTHER_HASH)))
                .refused("this is not the plan that status shows");
    }

    @Test
    void aDecisionNeedsAHash() {
        scene.ann().patch(scene.awaitingApproval(), """
                        [{"op": "add", "path": "/spec/decisions/-", "value": {"by": "ann", "verdict": "approve"}}]""").refused("planHash: Required value");
        scene.ann()
                .change(Way.JSON_PATCH, scene.awaitingApproval(), Drafts.decision("ann", "approve", "none"))
                .refused("planHash");
    }

    @Test
    void nothingIsDecidedBeforeThereIsAPlan() {
        scene.ann()
                .change(Way.JSON_PATCH, scene.pending(), Drafts.decision("ann", "approve"))
                .refused(
                        "only a proposal that awaits approval can be decided about (an approved one still be rejected);"
                                + " this one is Pending");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Simulated",
                "Blocked",
                "Approved",
                "Executing",
                "Verifying",
                "Succeeded",
                "Failed",
                "Rejected",
                "Expired",
                "Stale"
            })
    void nothingIsApprovedBeforeOrAfterItsTime(String phase) {
        scene.ann()
                .change(Way.JSON_PATCH, scene.inPhase(phase), Drafts.decision("ann", "approve"))
                .refused("this one is " + phase);
    }

    @Test
    void aRejectionStopsWhatIsApprovedButNotWhatIsUnderWay() {
        scene.ben()
                .change(Way.JSON_PATCH, scene.awaitingApproval(), Drafts.decision("ben", "reject"))
                .accepted();
        scene.ben()
                .change(Way.JSON_PATCH, scene.told(scene.approvedByAnn(), "Approved"), Drafts.decision("ben", "reject"))
                .accepted();
        scene.ben()
                .change(Way.JSON_PATCH, scene.inPhase("Executing"), Drafts.decision("ben", "reject"))
                .refused("this one is Executing");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPLY")
    void nobodyTakesADecisionBack(Way way) {
        ObjectNode proposal = scene.approvedByAnn();

        for (Caller caller : new Caller[] {scene.ann(), scene.ben(), scene.rita(), scene.mallory(), scene.admin()}) {
            caller.change(way, proposal, Drafts.set("/spec", "decisions", "[]"))
                    .refused("a decision cannot be removed");
            caller.change(way, proposal, Drafts.without("/spec", "decisions")).refused("a decision cannot be removed");
        }
        scene.ben()
                .change(
                        way,
                        proposal,
                        Drafts.set("/spec", "decisions", "[]").andThen(Drafts.decision("ben", "approve")))
                .refused("a decision cannot be removed");
    }

    @Test
    void whoAppliedHisDecisionCannotTakeItBackByApplyingNone() {
        ObjectNode proposal = scene.awaitingApproval();
        ObjectNode decided = scene.ann()
                .change(Way.APPLY, proposal, Drafts.decision("ann", "approve"))
                .accepted();

        scene.ann()
                .change(Way.APPLY, decided, Drafts.without("/spec", "decisions"))
                .refused("a decision cannot be removed");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyChangesADecision(Way way) {
        ObjectNode proposal = scene.approvedByAnn();

        for (Caller caller : new Caller[] {scene.ann(), scene.ben(), scene.rita(), scene.mallory(), scene.admin()}) {
            caller.change(way, proposal, Drafts.set("/spec/decisions/0", "verdict", "\"reject\""))
                    .refused("a decision is final");
            caller.change(way, proposal, Drafts.set("/spec/decisions/0", "reason", "\"really\""))
                    .refused("a decision is final");
            caller.change(
                            way,
                            proposal,
                            Drafts.set("/spec/decisions/0", "planHash", "\"%s\"".formatted(Drafts.OTHER_HASH)))
                    .refused("a decision is final");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPLY")
    void nobodyDecidesTwice(Way way) {
        scene.ann()
                .change(way, scene.approvedByAnn(), Drafts.decision("ann", "reject"))
                .refused("Duplicate value");
    }

    @Test
    void whoDecidesOnAnOldStateDropsNoOnesDecision() {
        ObjectNode old = scene.awaitingApproval();
        scene.ann()
                .change(Way.JSON_PATCH, old, Drafts.decision("ann", "approve"))
                .accepted();

        Reply replaced = scene.ben().change(Way.REPLACE, old, Drafts.decision("ben", "approve"));
        Reply merged = scene.ben().change(Way.MERGE_PATCH, old, Drafts.decision("ben", "approve"));

        assertThat(replaced.code()).isEqualTo(409);
        merged.refused("a decision cannot be removed");
    }

    @Test
    void theBodyDecidesNothingEvenWhereItMay() {
        scene.grant(Installation.BODY, "kubilitics-approver", "approve");

        scene.body()
                .change(Way.JSON_PATCH, scene.awaitingApproval(), Drafts.decision(Installation.BODY, "approve"))
                .refused("the operator decides nothing: people do");
    }

    @Test
    void theBodysOwnRoleDoesNotLetItTouchASpec() {
        scene.body()
                .change(Way.JSON_PATCH, scene.awaitingApproval(), Drafts.decision(Installation.BODY, "approve"))
                .refused("cannot patch resource \"proposals\"");
    }

    @Test
    void aDryRunDecidesNothing() {
        ObjectNode proposal = scene.awaitingApproval();

        scene.ann().patch(proposal, "?dryRun=All", annsPatch()).accepted();
        scene.mallory()
                .patch(proposal, "?dryRun=All", annsPatch().replace("ann", "mallory"))
                .refused("you may not decide");

        assertThat(scene.now(proposal).at("/spec/decisions")).isEmpty();
    }

    private static String annsPatch() {
        return """
                [{"op": "add", "path": "/spec/decisions/-",
                  "value": {"by": "ann", "verdict": "approve", "planHash": "%s"}}]""".formatted(Drafts.HASH);
    }
}
