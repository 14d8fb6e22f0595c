package io.kubilitics.e2e.feed;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import io.kubilitics.e2e.safety.Grants;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.operator.feed.Limits;
import io.kubilitics.operator.telemetry.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With fewer rights a body works on what it sees, and says what is off: in its world, to the brain, when asked how it is. */
@OnCluster
class PermissionsTest {

    private static final String[] SEE = {"get", "list", "watch"};

    private static final List<PolicyRule> ALL_BUT_SECRETS_AND_NODES = List.of(
            Grants.rule(
                    "",
                    List.of(
                            "configmaps",
                            "events",
                            "limitranges",
                            "namespaces",
                            "persistentvolumeclaims",
                            "persistentvolumes",
                            "pods",
                            "resourcequotas",
                            "serviceaccounts",
                            "services"),
                    SEE),
            allOf("admissionregistration.k8s.io"),
            allOf("apiextensions.k8s.io"),
            allOf("apiregistration.k8s.io"),
            allOf("apps"),
            allOf("autoscaling"),
            allOf("batch"),
            allOf("coordination.k8s.io"),
            allOf("discovery.k8s.io"),
            allOf("networking.k8s.io"),
            allOf("node.k8s.io"),
            allOf("policy"),
            allOf("rbac.authorization.k8s.io"),
            allOf("scheduling.k8s.io"),
            allOf("storage.k8s.io"));

    /** As patient as usual, but for watches that live for seconds instead of minutes. */
    private static final Limits FORGETFUL = new Limits(
            Limits.STANDARD.answer(),
            Limits.STANDARD.silence(),
            Limits.STANDARD.pause(),
            Duration.ofSeconds(10),
            Duration.ofSeconds(6),
            Limits.STANDARD.refusal(),
            Limits.STANDARD.notice(),
            Limits.STANDARD.gap());

    /** For pauses between attempts and a busy machine. */
    private static final Duration SOME_SECONDS = Duration.ofSeconds(15);

    private String home = "";

    private static PolicyRule allOf(String group) {
        return Grants.rule(group, List.of("*"), SEE);
    }

    private static PolicyRule[] allBut(String missing) {
        List<PolicyRule> rules = new ArrayList<>(ALL_BUT_SECRETS_AND_NODES);
        rules.add(Grants.rule("", List.of(missing.equals("secrets") ? "nodes" : "secrets"), SEE));
        return rules.toArray(PolicyRule[]::new);
    }

    @BeforeEach
    void somethingToSee(KubernetesClient admin, TestNamespace namespace) {
        home = namespace.name();
        admin.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("conf")
                        .withNamespace(home)
                        .endMetadata()
                        .build())
                .create();
        admin.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("login")
                        .withNamespace(home)
                        .endMetadata()
                        .withStringData(Map.of("password", "correct-horse-battery"))
                        .build())
                .create();
    }

    @Test
    void withRightsToTheOneNamespaceItIsToldOf(TestCluster cluster) {
        Grants.in(home, cluster.client(), "User", "one-told", Grants.rule("", List.of("pods", "configmaps"), SEE));
        try (Lookout lookout = new Lookout(cluster.clientOf("one-told"), Optional.of(home)).synced()) {
            seesConfigMapsHereAlone(lookout);
            assertThat(lookout.body().coverage().of(Kind.NODE).refused()).containsKey("");
            assertThat(lookout.body().coverage().of(Kind.SERVICE).refused()).containsKey(home);
            assertThat(Health.hidden(lookout.brain(), new Scope.InNamespace(home)))
                    .contains(Kind.NODE, Kind.SERVICE, Kind.SECRET)
                    .doesNotContain(Kind.POD, Kind.CONFIG_MAP);
        }
    }

    @Test
    void withRightsToOneNamespaceItFindsThatByItself(TestCluster cluster) {
        Grants.in(home, cluster.client(), "User", "one-found", Grants.rule("", List.of("pods", "configmaps"), SEE));
        Grants.everywhere(cluster.client(), "User", "one-found", Grants.rule("", List.of("namespaces"), SEE));
        try (Lookout lookout = new Lookout(cluster.clientOf("one-found"), Optional.empty()).synced()) {
            seesConfigMapsHereAlone(lookout);
            assertThat(lookout.body().coverage().of(Kind.CONFIG_MAP).refused().get(""))
                    .contains("configmaps is forbidden");
            assertThat(lookout.body().listed(Kind.NAMESPACE)).isTrue();
        }
    }

    private void seesConfigMapsHereAlone(Lookout lookout) {
        ResourceRef seen = ResourceRef.of(Kind.CONFIG_MAP, home, "conf");
        assertThat(lookout.body().presence(seen)).isEqualTo(Presence.PRESENT);
        assertThat(lookout.body().presence(ResourceRef.of(Kind.CONFIG_MAP, home, "none")))
                .isEqualTo(Presence.ABSENT);
        assertThat(lookout.body().presence(ResourceRef.of(Kind.CONFIG_MAP, "kube-system", "none")))
                .isEqualTo(Presence.UNSEEN);
        assertThat(lookout.body().listed(Kind.CONFIG_MAP)).isFalse();
        assertThat(lookout.body().coverage().of(Kind.CONFIG_MAP).namespaces()).containsExactly(home);
        assertThat(lookout.brain().presence(seen)).isEqualTo(Presence.PRESENT);
        assertThat(lookout.brain().coverage()).isEqualTo(lookout.body().coverage());
    }

    @Test
    void withoutSecretsItSeesAllElse(TestCluster cluster) {
        Grants.everywhere(cluster.client(), "User", "no-secrets", allBut("secrets"));
        try (Lookout lookout = new Lookout(cluster.clientOf("no-secrets"), Optional.empty()).synced()) {
            lacksOnly(lookout, Kind.SECRET);
            assertThat(lookout.brain().presence(ResourceRef.of(Kind.SECRET, home, "login")))
                    .isEqualTo(Presence.UNSEEN);
        }
    }

    @Test
    void withoutNodesItSeesAllElse(TestCluster cluster) {
        Grants.everywhere(cluster.client(), "User", "no-nodes", allBut("nodes"));
        try (Lookout lookout = new Lookout(cluster.clientOf("no-nodes"), Optional.empty()).synced()) {
            lacksOnly(lookout, Kind.NODE);
        }
    }

    private static void lacksOnly(Lookout lookout, Kind lacking) {
        assertThat(lookout.feed().refused().keySet().stream().filter(Kind.KNOWN::contains))
                .containsExactly(lacking);
        assertThat(Kind.WATCHED.stream().filter(kind -> !kind.equals(Kind.LEASE)))
                .allMatch(kind -> kind.equals(lacking) != lookout.body().listed(kind));
        assertThat(Health.hidden(lookout.brain(), new Scope.Everything())).containsExactly(lacking);
        String plural = lacking.name().toLowerCase(Locale.ROOT) + "s";
        assertThat(Check.watches(lookout.feed()).trouble().get()).isEmpty();
        assertThat(Check.watches(lookout.feed()).remarks().get())
                .anySatisfy(remark -> assertThat(remark)
                        .startsWith(lacking + " cannot be seen:")
                        .contains(plural + " is forbidden"));
        assertThat(lookout.telemetry().page())
                .contains("kubilitics_watch_refused{kind=\"%s\"} 1".formatted(lacking))
                .contains("kubilitics_watch_refused{kind=\"Pod\"} 0");
    }

    @Test
    void withTheBuiltInViewRoleItSeesWorkloadsAndNothingOfTheCluster(TestCluster cluster) {
        cluster.client()
                .resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName("e2e-viewer")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "view")
                        .addNewSubject("rbac.authorization.k8s.io", "User", "viewer", null)
                        .build())
                .serverSideApply();
        try (Lookout lookout = new Lookout(cluster.clientOf("viewer"), Optional.empty()).synced()) {
            assertThat(List.of(
                            Kind.POD,
                            Kind.DEPLOYMENT,
                            Kind.SERVICE,
                            Kind.ENDPOINT_SLICE,
                            Kind.CONFIG_MAP,
                            Kind.NAMESPACE,
                            Kind.INGRESS,
                            Kind.EVENT))
                    .allMatch(lookout.brain()::listed);
            assertThat(lookout.feed().refused())
                    .containsKeys(Kind.SECRET, Kind.NODE, Kind.VOLUME, Kind.CLUSTER_ROLE, Kind.CUSTOM_RESOURCE);
            assertThat(lookout.brain().presence(ResourceRef.of(Kind.CONFIG_MAP, home, "conf")))
                    .isEqualTo(Presence.PRESENT);
            assertThat(Health.hidden(lookout.brain(), new Scope.InNamespace(home)))
                    .containsExactlyInAnyOrder(Kind.NODE, Kind.SECRET);
        }
    }

    @Test
    void aRightThatIsGivenLaterIsPickedUp(TestCluster cluster) {
        Grants.everywhere(cluster.client(), "User", "late", Grants.rule("", List.of("pods"), SEE));
        ResourceRef login = ResourceRef.of(Kind.SECRET, home, "login");
        try (Lookout lookout = new Lookout(cluster.clientOf("late"), Optional.empty()).synced()) {
            assertThat(lookout.brain().presence(login)).isEqualTo(Presence.UNSEEN);

            Grants.everywhere(cluster.client(), "User", "late", Grants.rule("", List.of("pods", "secrets"), SEE));

            eventually(() -> assertThat(lookout.brain().listed(Kind.SECRET)).isTrue());
            assertThat(lookout.brain().presence(login)).isEqualTo(Presence.PRESENT);
            assertThat(lookout.feed().refused()).doesNotContainKey(Kind.SECRET).containsKey(Kind.NODE);
        }
    }

    /** An open watch goes on without the right; by default it is asked for anew after five minutes, and no is believed after one. */
    @Test
    void aRightThatIsTakenAwayLeavesTheKindUnseen(TestCluster cluster) {
        PolicyRule both = Grants.rule("", List.of("pods", "configmaps"), SEE);
        Grants.everywhere(cluster.client(), "User", "robbed", both);
        ResourceRef conf = ResourceRef.of(Kind.CONFIG_MAP, home, "conf");
        try (Lookout lookout = new Lookout(cluster.clientOf("robbed"), Optional.empty(), FORGETFUL).synced()) {
            assertThat(lookout.brain().presence(conf)).isEqualTo(Presence.PRESENT);

            Grants.everywhere(cluster.client(), "User", "robbed", Grants.rule("", List.of("pods"), SEE));

            Awaitility.await()
                    .atMost(FORGETFUL.watch().plus(FORGETFUL.waking()).plus(SOME_SECONDS))
                    .untilAsserted(
                            () -> assertThat(lookout.brain().presence(conf)).isEqualTo(Presence.UNSEEN));
            assertThat(lookout.brain().coverage().of(Kind.CONFIG_MAP).refused().get(""))
                    .contains("configmaps is forbidden");
            assertThat(lookout.brain().listed(Kind.POD)).isTrue();

            Grants.everywhere(cluster.client(), "User", "robbed", both);
            eventually(() -> assertThat(lookout.brain().presence(conf)).isEqualTo(Presence.PRESENT));
        }
    }
}
