package io.kubilitics.crds.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubilitics.crds.proposal.status.Condition;
import io.kubilitics.crds.proposal.status.DryRun;
import io.kubilitics.crds.proposal.status.Execution;
import io.kubilitics.crds.proposal.status.ExpectationCheck;
import io.kubilitics.crds.proposal.status.FieldChange;
import io.kubilitics.crds.proposal.status.Impact;
import io.kubilitics.crds.proposal.status.ImpactedObject;
import io.kubilitics.crds.proposal.status.Judgement;
import io.kubilitics.crds.proposal.status.KindCount;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.ProposalStatus;
import io.kubilitics.crds.proposal.status.Verification;
import io.kubilitics.crds.proposal.status.Version;
import io.kubilitics.crds.proposal.status.Write;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As fabric8 writes and reads it, which is how it goes over the wire. */
class ProposalTest {

    private static final KubernetesSerialization FABRIC8 = new KubernetesSerialization();
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final ObjectName CART = new ObjectName("apps", "Deployment", "shop", "cart");
    private static final Target TARGET = new Target("apps/v1", "Deployment", "shop", "cart", "u-1", "7");
    private static final String HASH = "a".repeat(64);

    @Test
    void survivesJson() {
        Proposal proposal = proposal(fullSpec(), fullStatus());

        Proposal read = FABRIC8.unmarshal(FABRIC8.asJson(proposal), Proposal.class);

        assertThat(read.getSpec()).isEqualTo(fullSpec());
        assertThat(read.getStatus()).isEqualTo(fullStatus());
    }

    @Test
    void survivesYaml() {
        Proposal read = FABRIC8.unmarshal(FABRIC8.asYaml(proposal(fullSpec(), fullStatus())), Proposal.class);

        assertThat(read.getSpec()).isEqualTo(fullSpec());
        assertThat(read.getStatus()).isEqualTo(fullStatus());
    }

    @Test
    void writesTheNamesThatTheDefinitionHas() {
        JsonNode spec = FABRIC8.convertValue(fullSpec(), JsonNode.class);

        assertThat(spec.at("/expiresAt").textValue()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(spec.at("/actions/0/type").textValue()).isEqualTo("Patch");
        assertThat(spec.at("/actions/0/patch/0/op").textValue()).isEqualTo("add");
        assertThat(spec.at("/expect/0/kind").textValue()).isEqualTo("SymptomGone");
        assertThat(spec.at("/decisions/0/verdict").textValue()).isEqualTo("approve");
        assertThat(FABRIC8.convertValue(Phase.AWAITING_APPROVAL, String.class)).isEqualTo("AwaitingApproval");
        assertThat(FABRIC8.convertValue(DryRun.Result.NOT_PERMITTED, String.class))
                .isEqualTo("notPermitted");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(FABRIC8.asJson(proposal(plainSpec(), null)))
                .doesNotContain("decisions", "expect", "finding", "status");
        assertThat(FABRIC8.asJson(ProposalStatus.EMPTY)).isEqualTo("{}");
    }

    @Test
    void tellsJsonsNullFromNoValue() {
        PatchOperation nothing = PatchOperation.test("/a", JsonNodeFactory.instance.nullNode());

        PatchOperation read = FABRIC8.unmarshal(FABRIC8.asJson(nothing), PatchOperation.class);

        assertThat(read).isEqualTo(nothing);
        assertThat(FABRIC8.unmarshal("{\"op\": \"remove\", \"path\": \"/a\"}", PatchOperation.class))
                .isEqualTo(PatchOperation.remove("/a"));
    }

    @Test
    void isReadEvenIfANewerVersionAddedFields() {
        Proposal read = FABRIC8.unmarshal("""
                apiVersion: kubilitics.io/v1alpha1
                kind: Proposal
                metadata: {name: p}
                spec: {title: t, why: w, requester: alice, expiresAt: "2026-11-20T10:00:00+00:00", newer: 1, actions: []}
                status: {newer: {a: 1}}
                """, Proposal.class);

        assertThat(read.getSpec().expiresAt()).isEqualTo(TEN);
        assertThat(read.getSpec().decisions()).isEmpty();
        assertThat(read.getStatus()).isEqualTo(ProposalStatus.EMPTY);
    }

    @Test
    void aStatusIsMadeFromTheOneBefore() {
        ProposalStatus claimed = ProposalStatus.EMPTY.with(
                next -> next.phase(Phase.EXECUTING).execution(new Execution("body-0", TEN, List.of())));

        assertThat(claimed.with(next -> next.planHash(HASH)).execution())
                .isEqualTo(new Execution("body-0", TEN, List.of()));
        assertThat(claimed.with(next -> next.phase(Phase.FAILED)).phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void aConditionReplacesTheOneOfItsTypeAndKeepsTheTimeOfItsLastTransition() {
        ProposalStatus before = ProposalStatus.EMPTY.with(next -> next.condition(ready(Condition.Status.TRUE, TEN)));

        assertThat(before.with(next -> next.condition(ready(Condition.Status.TRUE, TEN.plusSeconds(5)))))
                .isEqualTo(before);
        assertThat(before.with(next -> next.condition(ready(Condition.Status.FALSE, TEN.plusSeconds(5))))
                        .conditions())
                .containsExactly(ready(Condition.Status.FALSE, TEN.plusSeconds(5)));
    }

    private static Condition ready(Condition.Status status, Instant since) {
        return new Condition("Ready", status, 1L, since, "Reason", "message");
    }

    private static Proposal proposal(ProposalSpec spec, @org.jspecify.annotations.Nullable ProposalStatus status) {
        Proposal proposal = new Proposal();
        proposal.setMetadata(
                new ObjectMetaBuilder().withName("p").withNamespace("shop").build());
        proposal.setSpec(spec);
        proposal.setStatus(status);
        return proposal;
    }

    private static ProposalSpec plainSpec() {
        return new ProposalSpec("t", "w", null, "alice", TEN, List.of(action()), List.of(), List.of());
    }

    private static ProposalSpec fullSpec() {
        return new ProposalSpec(
                "Give cart its key",
                "cart reads a key that is not there",
                "f-1",
                "alice",
                TEN,
                List.of(action()),
                List.of(Expectation.symptomGone("ConfigMissing", CART), Expectation.workloadReady(CART)),
                List.of(new Decision("bob", Decision.Verdict.APPROVE, HASH, "seen it", List.of("sre"))));
    }

    private static ProposedAction action() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return ProposedAction.patch(
                TARGET,
                List.of(
                        PatchOperation.add(
                                "/data/key", json.objectNode().put("a", 1).putNull("b")),
                        PatchOperation.replace("/spec/replicas", json.numberNode(3)),
                        PatchOperation.test("/x", json.textNode("y")),
                        PatchOperation.remove("/y"),
                        PatchOperation.move("/a", "/b"),
                        PatchOperation.copy("/a", "/b")),
                "so that it starts");
    }

    private static ProposalStatus fullStatus() {
        return new ProposalStatus(
                Phase.VERIFYING,
                2L,
                HASH,
                new Impact(
                        "1 Deployment",
                        1,
                        List.of(new KindCount("Deployment", 1)),
                        List.of(new ImpactedObject(CART, "rolls out")),
                        List.of("the rollout comes to its end")),
                new DryRun(DryRun.Result.ALLOWED, null, List.of(new FieldChange(0, "/spec/replicas", "2", "3"))),
                List.of(new Judgement("protected-namespaces", Judgement.Answer.ALLOWED, "shop is not protected")),
                new Execution(
                        "body-0",
                        TEN,
                        List.of(Write.over(new Version("7", 2)), new Write(new Version("7", 2), new Version("8", 3)))),
                List.of(action()),
                new Verification(
                        Verification.Outcome.HELPED,
                        TEN,
                        List.of(new ExpectationCheck(ExpectationCheck.Result.MET, "gone")),
                        List.of("ConfigMissing"),
                        List.of()),
                List.of(ready(Condition.Status.TRUE, TEN)));
    }
}
