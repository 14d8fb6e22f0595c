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

/** What became of a proposal is told by the body, and by nobody else. */
@OnCluster
class ApprovalStatusTest {

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
    void theBodyTells(Way way) {
        ObjectNode told = scene.body()
                .changeStatus(way, scene.pending(), Drafts.plan("Simulated", Drafts.HASH))
                .accepted();

        assertThat(told.at("/status/phase").textValue()).isEqualTo("Simulated");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyElseDoesWhateverRbacAllowsHim(Way way) {
        ObjectNode proposal = scene.awaitingApproval();

        scene.mallory()
                .changeStatus(way, proposal, Drafts.phase("Approved"))
                .refused("only the operator writes a proposal's status");
        scene.admin()
                .changeStatus(way, proposal, Drafts.phase("Approved"))
                .refused("only the operator writes a proposal's status");
        assertThat(scene.now(proposal).get("status")).isEqualTo(proposal.get("status"));
    }

    @Test
    void theShippedRolesDoNotEvenReachIt() {
        ObjectNode proposal = scene.awaitingApproval();

        scene.rita()
                .changeStatus(Way.MERGE_PATCH, proposal, Drafts.phase("Approved"))
                .refused("cannot patch resource \"proposals/status\"");
        scene.ann()
                .changeStatus(Way.MERGE_PATCH, proposal, Drafts.phase("Approved"))
                .refused("cannot patch resource \"proposals/status\"");
    }

    @ParameterizedTest
    @EnumSource
    void aStatusInAChangeOfTheProposalItselfIsNotKept(Way way) {
        ObjectNode proposal = scene.awaitingApproval();

        ObjectNode after = scene.mallory()
                .change(way, proposal, Drafts.plan("Approved", Drafts.OTHER_HASH))
                .accepted();

        assertThat(after.get("status")).isEqualTo(proposal.get("status"));
    }

    @ParameterizedTest
    @EnumSource
    void theBodyCannotChangeMoreThanTheStatusThere(Way way) {
        ObjectNode proposal = scene.awaitingApproval();

        ObjectNode after = scene.body()
                .changeStatus(
                        way,
                        proposal,
                        Drafts.phase("Blocked")
                                .andThen(Drafts.set("/spec", "title", "\"other\""))
                                .andThen(Drafts.decision(Installation.BODY, "approve")))
                .accepted();

        assertThat(after.get("spec")).isEqualTo(proposal.get("spec"));
        assertThat(after.at("/status/phase").textValue()).isEqualTo("Blocked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Succeeded", "Unverified", "Failed", "Rejected", "Expired"})
    void aFinishedProposalIsNeverTakenUpAgain(String phase) {
        ObjectNode finished = scene.inPhase(phase);

        for (Way way : Way.values()) {
            scene.body()
                    .changeStatus(way, finished, Drafts.phase("Approved"))
                    .refused("a finished proposal stays " + phase);
        }
        scene.body()
                .changeStatus(Way.REPLACE, finished, Drafts.without("", "status"))
                .refused("a finished proposal stays " + phase);
        scene.body()
                .changeStatus(Way.MERGE_PATCH, finished, Drafts.without("/status", "phase"))
                .refused("a finished proposal stays " + phase);
    }

    @Test
    void anEndCanStillBeExplained() {
        ObjectNode finished = scene.inPhase("Failed");

        scene.body()
                .changeStatus(Way.MERGE_PATCH, finished, Drafts.set("/status", "judgements", """
                        [{"rule": "protected-namespaces", "answer": "denied", "why": "kube-system is protected"}]"""))
                .accepted();
    }

    @Test
    void aStatusHasItsForm() {
        ObjectNode proposal = scene.pending();

        scene.body()
                .changeStatus(Way.MERGE_PATCH, proposal, Drafts.phase("Thinking"))
                .refused("Unsupported value: \"Thinking\"");
        scene.body()
                .changeStatus(Way.MERGE_PATCH, proposal, Drafts.plan("Simulated", "short"))
                .refused("status.planHash");
    }
}
