package io.kubilitics.e2e.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.cli.cluster.machine.Tool;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.Target;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import io.kubilitics.operator.proposal.Announcer;
import io.kubilitics.operator.safety.EventAnnouncer;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the body tells, written with its own rights and read with kubectl. */
@OnCluster
class EventAnnouncerTest {

    private TestCluster cluster;
    private KubernetesClient body;
    private Announcer announcer;
    private String here;
    private ConfigMap cart;

    @BeforeEach
    void open(TestCluster cluster, TestNamespace namespace) {
        this.cluster = cluster;
        Installed.on(cluster.client());
        body = cluster.clientOf(BodyName.DEFAULT.userName());
        announcer = new EventAnnouncer(body, InstantSource.system());
        here = namespace.name();
        cart = cluster.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("cart")
                        .withNamespace(here)
                        .endMetadata()
                        .build())
                .create();
    }

    @AfterEach
    void close() {
        body.close();
    }

    @Test
    void describeShowsItOnTheProposalAndOnItsTarget() {
        Proposal proposal = proposed(target(cart));

        announcer.tell(proposal, "ProposalApproved", "ann approved: Give cart its key", false);
        announcer.tell(proposal, "ProposalFailed", "the change was refused", true);

        for (String object : List.of("proposal/cart-key", "configmap/cart")) {
            assertThat(kubectl("describe", object))
                    .containsPattern("Normal +ProposalApproved +\\S+ +kubilitics +ann approved: Give cart its key")
                    .containsPattern("Warning +ProposalFailed +\\S+ +kubilitics +the change was refused");
        }
    }

    @Test
    void whatLiesInNoNamespaceIsToldOfInDefault() {
        HasMetadata own = cluster.client().namespaces().withName(here).get();

        announcer.tell(proposed(target(own)), "ProposalApproved", "ann approved", false);

        List<Event> told = cluster.client()
                .v1()
                .events()
                .inNamespace("default")
                .withField("involvedObject.uid", own.getMetadata().getUid())
                .list()
                .getItems();
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.getReason()).isEqualTo("ProposalApproved");
            assertThat(event.getInvolvedObject().getKind()).isEqualTo("Namespace");
        });
    }

    @Test
    void theSameToldTwiceIsThereOnce() {
        Proposal proposal = proposed(target(cart));

        announcer.tell(proposal, "ProposalApproved", "ann approved", false);
        announcer.tell(proposal, "ProposalApproved", "ann approved", false);
        announcer.tell(proposal, "ProposalApproved", "ben approved", false);

        assertThat(events())
                .extracting(Event::getMessage)
                .containsExactlyInAnyOrder("ann approved", "ann approved", "ben approved", "ben approved");
    }

    @Test
    void aLongStoryIsCut() {
        announcer.tell(proposed(target(cart)), "ProposalFailed", "😀".repeat(2000), true);

        assertThat(events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getMessage())
                        .hasSizeLessThanOrEqualTo(1024)
                        .startsWith("😀😀")
                        .endsWith("😀…"));
    }

    @Test
    void whatCannotBeWrittenStopsNothing() {
        Proposal proposal =
                proposed(new Target("v1", "ConfigMap", "no-such-namespace", "cart", "u-1", "7"), target(cart));

        assertThatCode(() -> announcer.tell(proposal, "ProposalApproved", "ann approved", false))
                .doesNotThrowAnyException();
        assertThat(events()).as("the others").hasSize(2);
        try (KubernetesClient stranger = cluster.clientOf("stranger")) {
            assertThatCode(() -> new EventAnnouncer(stranger, InstantSource.system())
                            .tell(proposal, "ProposalRejected", "ben rejected", false))
                    .doesNotThrowAnyException();
        }
        assertThat(events()).hasSize(2);
    }

    private Proposal proposed(Target... targets) {
        return body.resource(Proposals.of("rita", here, "cart-key", targets)).create();
    }

    private List<Event> events() {
        return cluster.client().v1().events().inNamespace(here).list().getItems();
    }

    private static Target target(HasMetadata object) {
        return new Target(
                object.getApiVersion(),
                object.getKind(),
                object.getMetadata().getNamespace(),
                object.getMetadata().getName(),
                object.getMetadata().getUid(),
                object.getMetadata().getResourceVersion());
    }

    private String kubectl(String... words) {
        return Tool.tryRun(
                        Stream.concat(
                                        Stream.of(
                                                cluster.cluster()
                                                        .programs()
                                                        .resolve("kubectl")
                                                        .toString(),
                                                "--kubeconfig="
                                                        + cluster.cluster().kubeconfig(),
                                                "--namespace=" + here),
                                        Stream.of(words))
                                .toList(),
                        "")
                .out();
    }
}
