package io.kubilitics.e2e.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which groups somebody may name when he decides: the operator asks for his rights by these. */
@OnCluster
class ApprovalGroupsTest {

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
    void hisOwnGroupsAreAccepted(Way way) {
        ObjectNode decided = scene.asMember("ann", "sre", "on-call")
                .change(way, scene.awaitingApproval(), Drafts.claim("ann", "on-call", "sre", "system:authenticated"))
                .accepted();

        assertThat(decided.at("/spec/decisions/0/groups"))
                .isEqualTo(Drafts.read("{\"groups\": [\"on-call\", \"sre\", \"system:authenticated\"]}")
                        .get("groups"));
    }

    @ParameterizedTest
    @EnumSource
    void someOfHisOwnOrNoneAreAccepted(Way way) {
        Caller ann = scene.asMember("ann", "sre", "on-call");

        ann.change(way, scene.awaitingApproval(), Drafts.claim("ann", "sre")).accepted();
        ann.change(way, scene.awaitingApproval(), Drafts.claim("ann")).accepted();
        ann.change(way, scene.awaitingApproval(), Drafts.decision("ann", "approve"))
                .accepted();
    }

    @ParameterizedTest
    @EnumSource
    void aForgedGroupIsRefused(Way way) {
        ObjectNode proposal = scene.awaitingApproval();

        scene.ann()
                .change(way, proposal, Drafts.claim("ann", "system:masters"))
                .refused("you may only name groups of your own, not system:masters");
        scene.asMember("ann", "sre")
                .change(way, proposal, Drafts.claim("ann", "sre", "dba", "system:authenticated", "owners"))
                .refused("you may only name groups of your own, not dba, owners");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SRE", "sre ", " sre", "sr", "sre,on-call", "*", "system:unauthenticated", "ann"})
    void aNameThatOnlyLooksLikeHisIsRefused(String group) {
        scene.asMember("ann", "sre", "on-call")
                .change(Way.JSON_PATCH, scene.awaitingApproval(), Drafts.claim("ann", group))
                .refused("you may only name groups of your own");
    }

    @Test
    void aRejectionClaimsNothingForeignEither() {
        scene.ann()
                .patch(scene.awaitingApproval(), """
                        [{"op": "add", "path": "/spec/decisions/-", "value":
                          {"by": "ann", "verdict": "reject", "planHash": "%s", "groups": ["sre"]}}]""".formatted(Drafts.HASH))
                .refused("you may only name groups of your own, not sre");
    }

    @Test
    void notEvenAnAdministratorNamesOthers() {
        scene.admin()
                .change(Way.JSON_PATCH, scene.awaitingApproval(), Drafts.claim("admin", "sre"))
                .refused("you may only name groups of your own, not sre");
        scene.admin()
                .change(Way.JSON_PATCH, scene.awaitingApproval(), Drafts.claim("admin", "system:masters"))
                .accepted();
    }

    @ParameterizedTest
    @EnumSource
    void aGroupIsNotAddedToADecisionLater(Way way) {
        ObjectNode proposal = scene.approvedByAnn();
        Consumer<ObjectNode> later = Drafts.set("/spec/decisions/0", "groups", "[\"sre\"]");

        scene.asMember("ann", "sre").change(way, proposal, later).refused("a decision is final");
        scene.asMember("ben", "sre").change(way, proposal, later).refused("a decision is final");
        scene.admin().change(way, proposal, later).refused("a decision is final");
    }

    @ParameterizedTest
    @EnumSource
    void theGroupsOfWhoDecidedBeforeAreNoLongerAsked(Way way) {
        ObjectNode proposal = scene.asMember("ann", "sre")
                .change(Way.JSON_PATCH, scene.awaitingApproval(), Drafts.claim("ann", "sre"))
                .accepted();

        scene.ben().change(way, proposal, Drafts.claim("ben", "sre")).refused("not sre");
        scene.ben().change(way, proposal, Drafts.decision("ben", "approve")).accepted();
    }

    @Test
    void whoIsInManyGroupsMayNameAsManyAsFit() {
        String[] many = names(100);
        Caller ann = scene.asMember("ann", many);

        ann.change(Way.JSON_PATCH, scene.awaitingApproval(), Drafts.claim("ann", many))
                .accepted();
        ann.change(Way.JSON_PATCH, scene.awaitingApproval(), Drafts.claim("ann", names(101)))
                .refused("must have at most 100 items");
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj("group-%d"::formatted).toArray(String[]::new);
    }
}
