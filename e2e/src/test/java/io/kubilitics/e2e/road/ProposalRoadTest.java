package io.kubilitics.e2e.road;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.proposal.PatchOperation;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.status.Condition;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.ProposalStatus;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import io.kubilitics.operator.Access;
import io.kubilitics.operator.Body;
import io.kubilitics.operator.proposal.PhaseChange;
import io.kubilitics.operator.safety.Installer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A body that acts, on a real API server: proposals of people, from asked for to written and looked after. */
@OnCluster
class ProposalRoadTest {

    private static final BodyName SELF = BodyName.DEFAULT;

    private final List<PhaseChange> heard = new CopyOnWriteArrayList<>();
    private KubernetesClient admin;
    private People people;
    private String here;
    private Body body;
    private ConfigMap conf;

    @BeforeEach
    void open(TestCluster cluster, TestNamespace namespace) {
        admin = cluster.client();
        here = namespace.name();
        new Installer(admin, SELF).install();
        people = new People(cluster, here);
        people.mayPropose("rita");
        people.mayReadConfigMaps("rita");
        people.mayDecide("ann");
        conf = admin.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(here)
                        .withName("conf")
                        .endMetadata()
                        .addToData("size", "20")
                        .build())
                .create();
        body = Body.acting(
                new Access(Optional.of(cluster.cluster().kubeconfig()), Optional.empty()),
                Optional.of(here),
                heard::add);
    }

    @AfterEach
    void close() {
        body.close();
    }

    @Test
    void whatAnnApprovesIsWrittenOnceAndLookedAfter() {
        people.mayEdit("ann", "configmaps");
        Proposal proposal =
                people.propose("rita", conf, List.of(PatchOperation.replace("/data/size", TextNode.valueOf("30"))));
        awaits(proposal, Phase.AWAITING_APPROVAL);
        assertThat(size()).isEqualTo("20");

        people.approve("ann", name(proposal));

        awaits(proposal, Phase.SUCCEEDED);
        assertThat(size()).isEqualTo("30");
        assertThat(conf().getMetadata().getManagedFields())
                .extracting(ManagedFieldsEntry::getManager)
                .anySatisfy(manager -> assertThat(manager)
                        .startsWith("kubilitics-" + proposal.getMetadata().getName()));
        assertThat(heard)
                .extracting(PhaseChange::phase)
                .containsSubsequence(
                        Phase.SIMULATED,
                        Phase.AWAITING_APPROVAL,
                        Phase.APPROVED,
                        Phase.EXECUTING,
                        Phase.VERIFYING,
                        Phase.SUCCEEDED);
        assertThat(people.kubectl("ann", "describe", "proposal", name(proposal)).out())
                .contains("approved by ann", "every rule allows it", "Events:", "Written");
        assertThat(people.kubectl("ann", "get", "proposals").out()).contains("Succeeded", "ConfigMap", "conf", "rita");
    }

    @Test
    void whoeverCouldNotDoItHimselfCannotHaveItDone() {
        Proposal proposal = people.propose("rita", conf, List.of(PatchOperation.remove("/data/size")));
        awaits(proposal, Phase.AWAITING_APPROVAL);

        people.approve("ann", name(proposal));

        eventually(() -> assertThat(reasons(proposal)).contains("ApproverLacksRight"));
        assertThat(status(proposal).phase()).isEqualTo(Phase.AWAITING_APPROVAL);
        assertThat(size()).isEqualTo("20");
    }

    @Test
    void aRuleThatSaysNoKeepsItFromBeingDecidedAbout() {
        ConfigMap theirs = admin.configMaps()
                .inNamespace("kube-system")
                .withName("extension-apiserver-authentication")
                .get();
        Proposal proposal =
                people.propose("rita", theirs, List.of(PatchOperation.add("/data/x", TextNode.valueOf("y"))));

        awaits(proposal, Phase.BLOCKED);

        assertThat(status(proposal).judgements())
                .anySatisfy(judgement -> assertThat(judgement.why()).contains("kube-system belongs to the cluster"));
        assertThat(people.tryApprove("ann", name(proposal)).err()).contains("only a proposal that awaits approval");
    }

    @Test
    void withoutItsAdmissionPoliciesNothingIsWritten() {
        people.mayEdit("ann", "configmaps");
        Proposal proposal =
                people.propose("rita", conf, List.of(PatchOperation.replace("/data/size", TextNode.valueOf("30"))));
        awaits(proposal, Phase.AWAITING_APPROVAL);
        String binding = "proposal-decision.kubilitics.io";
        admin.admissionRegistration()
                .v1()
                .validatingAdmissionPolicyBindings()
                .withName(binding)
                .delete();
        try {
            people.approve("ann", name(proposal));
            eventually(() -> assertThat(reasons(proposal)).contains("SafeguardsBroken"));
            assertThat(size()).isEqualTo("20");
        } finally {
            new Installer(admin, SELF).install();
        }

        awaits(proposal, Phase.SUCCEEDED);
        assertThat(size()).isEqualTo("30");
    }

    @Test
    void aTargetThatChangedMeanwhileEndsIt() {
        Proposal proposal = people.propose(
                "rita",
                conf,
                List.of(
                        PatchOperation.test("/data/size", TextNode.valueOf("20")),
                        PatchOperation.replace("/data/size", TextNode.valueOf("30"))));
        awaits(proposal, Phase.AWAITING_APPROVAL);
        people.mayEdit("ann", "configmaps");
        admin.resource(new ConfigMapBuilder(conf()).addToData("size", "25").build())
                .update();

        people.approve("ann", name(proposal));

        awaits(proposal, Phase.EXPIRED);
        assertThat(size()).isEqualTo("25");
    }

    private void awaits(Proposal proposal, Phase phase) {
        eventually(() ->
                assertThat(status(proposal).phase()).as("%s", status(proposal)).isEqualTo(phase));
    }

    private List<String> reasons(Proposal proposal) {
        return status(proposal).conditions().stream().map(Condition::reason).toList();
    }

    private ProposalStatus status(Proposal proposal) {
        return Objects.requireNonNull(now(proposal).getStatus());
    }

    private Proposal now(Proposal proposal) {
        return Objects.requireNonNull(admin.resources(Proposal.class)
                .inNamespace(here)
                .withName(name(proposal))
                .get());
    }

    private static String name(Proposal proposal) {
        return proposal.getMetadata().getName();
    }

    private ConfigMap conf() {
        return Objects.requireNonNull(
                admin.configMaps().inNamespace(here).withName("conf").get());
    }

    private String size() {
        return conf().getData().getOrDefault("size", "");
    }
}
