package io.kubilitics.e2e.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.crds.BodyName;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.operator.safety.Installer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The shipped manifests on the test cluster, and some people with the shipped roles: made once, in force when it returns. */
final class Installation {

    static final String BODY = BodyName.DEFAULT.userName();

    /** Asks for changes. */
    static final String RITA = "rita";

    /** Decide about them; may ask for them too, as people do. */
    static final List<String> DECIDERS = List.of("ann", "ben");

    /** May do everything with proposals and their status that RBAC can allow, but decide. */
    static final String MALLORY = "mallory";

    private static boolean done;

    private Installation() {}

    static synchronized void on(TestCluster cluster) {
        if (done) {
            return;
        }
        new Installer(cluster.client(), BodyName.DEFAULT).install();
        people(cluster.client());
        awaitRights(cluster);
        done = true;
    }

    private static void people(KubernetesClient admin) {
        bind(admin, RITA, "kubilitics-proposer");
        DECIDERS.forEach(decider -> {
            bind(admin, decider, "kubilitics-proposer");
            bind(admin, decider, "kubilitics-approver");
        });
        allow(
                admin,
                "e2e-meddler",
                "kubilitics.io",
                List.of("proposals", "proposals/status"),
                "get",
                "list",
                "create",
                "update",
                "patch",
                "delete");
        bind(admin, MALLORY, "e2e-meddler");
        // What they propose to change, they may read.
        allow(admin, "e2e-reader", "", List.of("configmaps"), "get");
        Stream.concat(Stream.of(RITA, MALLORY), DECIDERS.stream()).forEach(user -> bind(admin, user, "e2e-reader"));
    }

    private static void allow(
            KubernetesClient admin, String role, String group, List<String> resources, String... verbs) {
        admin.resource(new ClusterRoleBuilder()
                        .withNewMetadata()
                        .withName(role)
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups(group)
                        .withResources(resources)
                        .withVerbs(verbs)
                        .endRule()
                        .build())
                .serverSideApply();
    }

    private static void bind(KubernetesClient admin, String user, String role) {
        admin.resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName("e2e-%s-%s".formatted(user, role))
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", role)
                        .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                        .build())
                .serverSideApply();
    }

    private static void awaitRights(TestCluster cluster) {
        awaitRight(cluster, RITA, "default", "create", "");
        awaitRight(cluster, MALLORY, "default", "update", "status");
        DECIDERS.forEach(decider -> {
            awaitRight(cluster, decider, "default", "create", "");
            awaitRight(cluster, decider, "default", "approve", "");
        });
    }

    static void awaitRight(TestCluster cluster, String user, String namespace, String verb, String subresource) {
        try (KubernetesClient client = cluster.clientOf(user)) {
            soon(() -> assertThat(client.resource(new SelfSubjectAccessReviewBuilder()
                                    .withNewSpec()
                                    .withNewResourceAttributes()
                                    .withGroup("kubilitics.io")
                                    .withResource("proposals")
                                    .withSubresource(subresource)
                                    .withNamespace(namespace)
                                    .withVerb(verb)
                                    .endResourceAttributes()
                                    .endSpec()
                                    .build())
                            .create()
                            .getStatus()
                            .getAllowed())
                    .as("%s may %s", user, verb)
                    .isTrue());
        }
    }

    private static void soon(Runnable check) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .untilAsserted(check::run);
    }
}
