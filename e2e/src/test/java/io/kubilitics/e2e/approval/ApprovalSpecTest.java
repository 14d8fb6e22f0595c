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
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was asked for stays what was asked for. */
@OnCluster
class ApprovalSpecTest {

    private static final String FINAL = "a proposal's spec is final: only decisions may be added";

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
    @MethodSource("changes")
    void nothingOfItChanges(Consumer<ObjectNode> change) {
        ObjectNode proposal = scene.pending();

        for (Way way : Way.values()) {
            scene.rita().change(way, proposal, change).refused(FINAL);
            scene.mallory().change(way, proposal, change).refused(FINAL);
            scene.admin().change(way, proposal, change).refused(FINAL);
        }
        assertThat(scene.now(proposal).get("spec")).isEqualTo(proposal.get("spec"));
    }

    static Stream<Named<Consumer<ObjectNode>>> changes() {
        String action = "/spec/actions/0";
        return Stream.of(
                Named.of("title", Drafts.set("/spec", "title", "\"other\"")),
                Named.of("why", Drafts.set("/spec", "why", "\"other\"")),
                Named.of("finding", Drafts.set("/spec", "finding", "\"other\"")),
                Named.of("requester", Drafts.set("/spec", "requester", "\"mallory\"")),
                Named.of("expiresAt", Drafts.set("/spec", "expiresAt", "\"2100-01-01T00:00:00Z\"")),
                Named.of("number of actions", Drafts.actions(2)),
                Named.of("action's why", Drafts.set(action, "why", "\"other\"")),
                Named.of("target's namespace", Drafts.set(action + "/target", "namespace", "\"kube-system\"")),
                Named.of("target's name", Drafts.set(action + "/target", "name", "\"other\"")),
                Named.of("target's uid", Drafts.set(action + "/target", "uid", "\"other\"")),
                Named.of("target's version", Drafts.set(action + "/target", "resourceVersion", "\"8\"")),
                Named.of("operation", Drafts.set(action + "/patch/0", "op", "\"replace\"")),
                Named.of("path", Drafts.set(action + "/patch/0", "path", "\"/data/other\"")),
                Named.of("value", Drafts.set(action + "/patch/0", "value", "\"other\"")),
                Named.of("inside a value", Drafts.set(action + "/patch/0/value", "deep", "[\"a\", null, 2]")),
                Named.of("a value's type", Drafts.set(action + "/patch/0/value", "deep", "[\"a\", null, \"1\"]")),
                Named.of("null to a value", Drafts.set(action + "/patch/1", "value", "0")),
                Named.of("more operations", Drafts.set(action, "patch", "[{\"op\": \"remove\", \"path\": \"/data\"}]")),
                Named.of("expectation's kind", Drafts.set("/spec", "expect", """
                        [{"kind": "WorkloadReady", "object": {"group": "apps", "kind": "Deployment", "name": "cart"}}]""")),
                Named.of("no expectation", Drafts.set("/spec", "expect", "[]")),
                Named.of("expectation's symptom", Drafts.set("/spec/expect/0", "symptom", "\"other\"")),
                Named.of("expectation's object", Drafts.set("/spec/expect/0/object", "name", "\"other\"")));
    }

    /** An apply leaves out only what its author owns, which makes no difference here. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPLY")
    void nothingOfItIsTakenAway(Way way) {
        ObjectNode proposal = scene.pending();

        scene.rita().change(way, proposal, Drafts.without("/spec", "finding")).refused(FINAL);
        scene.rita().change(way, proposal, Drafts.without("/spec", "expect")).refused(FINAL);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAddedToIt(Way way) {
        ObjectNode plain = Drafts.by("rita");
        Drafts.without("/spec", "finding")
                .andThen(Drafts.without("/spec", "expect"))
                .accept(plain);
        ObjectNode proposal = scene.rita().create(plain).accepted();

        scene.rita()
                .change(way, proposal, Drafts.set("/spec", "finding", "\"f-2\""))
                .refused(FINAL);
        scene.rita().change(way, proposal, Drafts.set("/spec", "expect", "[]")).refused(FINAL);
    }

    /** The definition's own rule compares moments, the policy compares what is written: one of them always speaks. */
    @Test
    void thePolicySpeaksWhereTheDefinitionIsSilent() {
        scene.rita()
                .change(
                        Way.JSON_PATCH,
                        scene.pending(),
                        Drafts.set("/spec", "expiresAt", "\"2099-01-01T00:00:00+00:00\""))
                .refused(FINAL + "; this would change expiresAt");
    }

    @ParameterizedTest
    @EnumSource
    void notUnderCoverOfADecisionEither(Way way) {
        scene.ann()
                .change(
                        way,
                        scene.awaitingApproval(),
                        Drafts.decision("ann", "approve")
                                .andThen(Drafts.set("/spec/actions/0/patch/0", "value", "\"evil\"")))
                .refused(FINAL);
    }

    @ParameterizedTest
    @EnumSource
    void labelsAndAnnotationsMayChange(Way way) {
        scene.rita()
                .change(way, scene.awaitingApproval(), Drafts.set("/metadata", "labels", "{\"team\": \"shop\"}"))
                .accepted();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGivesItAnOwnerWhoseEndWouldEndIt(Way way) {
        ObjectNode proposal = scene.pending();

        scene.rita().change(way, proposal, Drafts.owned()).refused("only the operator gives a proposal an owner");
        scene.admin().change(way, proposal, Drafts.owned()).refused("only the operator gives a proposal an owner");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyButTheBodySetsOurFinalizers(Way way) {
        ObjectNode proposal = scene.pending();
        Consumer<ObjectNode> ours = Drafts.finalizers("kubilitics.io/execution");

        scene.mallory().change(way, proposal, ours).refused("only the operator sets or removes finalizers");
        scene.mallory()
                .change(way, proposal, Drafts.finalizers("example.org/theirs"))
                .accepted();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPLY")
    void nobodyButTheBodyRemovesOurFinalizers(Way way) {
        ObjectNode draft = Drafts.by("rita");
        Drafts.finalizers("kubilitics.io/execution").accept(draft);
        ObjectNode proposal = scene.body().create(draft).accepted();

        scene.mallory()
                .change(way, proposal, Drafts.finalizers())
                .refused("only the operator sets or removes finalizers");
        scene.admin()
                .change(way, proposal, Drafts.without("/metadata", "finalizers"))
                .refused("only the operator sets or removes finalizers");
        scene.grant(Installation.BODY, "kubilitics-proposer", "update");
        scene.body().change(way, proposal, Drafts.finalizers()).accepted();
    }

    @Test
    void theShippedRolesDeleteNothing() {
        String name = scene.pending().at("/metadata/name").textValue();

        scene.rita().delete(name).refused("cannot delete resource \"proposals\"");
        scene.ann().delete(name).refused("cannot delete resource \"proposals\"");
        scene.body().delete(name).refused("cannot delete resource \"proposals\"");
        scene.admin().delete(name).accepted();
    }
}
