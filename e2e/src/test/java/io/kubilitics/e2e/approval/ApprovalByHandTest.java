package io.kubilitics.e2e.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.cli.cluster.machine.Tool;
import io.kubilitics.crds.proposal.Decision;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does with kubectl, as docs/approval.md tells it; and the Java types on what the API server really holds. */
@OnCluster
class ApprovalByHandTest {

    private Scene scene;
    private TestCluster cluster;
    private String namespace;

    @BeforeEach
    void open(TestCluster cluster, TestNamespace namespace) {
        this.scene = new Scene(cluster, namespace);
        this.cluster = cluster;
        this.namespace = namespace.name();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theListReadsWell() {
        scene.told(scene.rita().create(Drafts.named("cart-key", "rita")).accepted(), "AwaitingApproval");

        List<String> lines = kubectl("ann", "get", "prop").out().lines().toList();

        assertThat(lines.getFirst().split(" +"))
                .containsExactly("NAME", "PHASE", "TITLE", "KIND", "TARGET", "REQUESTER", "AGE");
        assertThat(lines.getLast())
                .containsSubsequence("cart-key", "AwaitingApproval", "Give cart its key", "ConfigMap", "cart", "rita");
        assertThat(kubectl("ann", "get", "kubilitics", "--field-selector", "status.phase=Rejected")
                        .err())
                .contains("No resources found");
    }

    @Test
    void aPersonApprovesWithThePatchOfThePage() {
        scene.told(scene.rita().create(Drafts.named("cart-key", "rita")).accepted(), "AwaitingApproval");

        String hash = kubectl("ann", "get", "prop", "cart-key", "-o", "jsonpath={.status.planHash}")
                .out();
        String me = kubectl("ann", "auth", "whoami", "-o", "jsonpath={.status.userInfo.username}")
                .out();
        String groups = kubectl("ann", "--as-group=sre", "auth", "whoami", "-o", "jsonpath={.status.userInfo.groups}")
                .out();
        Tool.Answer patched =
                kubectl("ann", "--as-group=sre", "patch", "prop", "cart-key", "--type=json", "-p", """
                [{"op": "add", "path": "/spec/decisions/-", "value":
                  {"by": "%s", "groups": %s, "verdict": "approve", "planHash": "%s"}}]""".formatted(
                                me, groups, hash));

        assertThat(patched.out()).as(patched.err()).contains("patched");
        assertThat(kubectl("ann", "describe", "prop", "cart-key").out())
                .contains("Verdict:", "approve", "Groups:", "sre", "system:authenticated", "AwaitingApproval");
    }

    @Test
    void replacedFromAFileItMayNotDiffer() {
        ObjectNode proposal = scene.pending();
        Drafts.set("/spec/actions/0/target", "name", "\"other\"").accept(proposal);

        Tool.Answer answer = Tool.tryRun(command("mallory", "replace", "-f", "-"), proposal.toString());

        assertThat(answer.fine()).isFalse();
        assertThat(answer.err()).contains("a proposal's spec is final");
    }

    @Test
    void aReplacementByForceNeedsTheRightToDeleteAndLosesEveryDecision() {
        ObjectNode proposal = scene.approvedByAnn();

        Tool.Answer without = Tool.tryRun(command("rita", "replace", "--force", "-f", "-"), proposal.toString());
        Tool.Answer with = Tool.tryRun(command("mallory", "replace", "--force", "-f", "-"), proposal.toString());

        assertThat(without.err()).contains("cannot delete resource \"proposals\"");
        assertThat(with.err()).contains("a proposal is created without decisions");
        assertThat(scene.admin().get(proposal.at("/metadata/name").textValue()).code())
                .isEqualTo(404);
    }

    @Test
    void theJavaTypesReadAndWriteIt() {
        ObjectNode approved = scene.approvedByAnn();
        String name = approved.at("/metadata/name").textValue();
        try (KubernetesClient body = cluster.clientOf(Installation.BODY)) {
            Proposal read = body.resources(Proposal.class)
                    .inNamespace(namespace)
                    .withName(name)
                    .get();
            assertThat(read.getSpec().decisions())
                    .containsExactly(new Decision("ann", Decision.Verdict.APPROVE, Drafts.HASH, null, List.of()));

            read.setStatus(Objects.requireNonNull(read.getStatus()).with(next -> next.phase(Phase.APPROVED)));
            body.resource(read).updateStatus();

            Proposal written = body.resources(Proposal.class)
                    .inNamespace(namespace)
                    .withName(name)
                    .get();
            assertThat(written.getStatus()).isEqualTo(read.getStatus());
            assertThat(written.getSpec()).isEqualTo(read.getSpec());
        }
    }

    private Tool.Answer kubectl(String user, String... words) {
        return Tool.tryRun(command(user, words), "");
    }

    private List<String> command(String user, String... words) {
        List<String> command = new ArrayList<>(List.of(
                cluster.cluster().programs().resolve("kubectl").toString(),
                "--kubeconfig=" + cluster.cluster().kubeconfig(),
                "--namespace=" + namespace,
                "--as=" + user));
        command.addAll(List.of(words));
        return command;
    }
}
