package io.kubilitics.e2e.cluster;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Custom resources with rules, and an admission policy that asks who the caller is and what he may do. */
@OnCluster
class AdmissionTest {

    private static final String API = "e2e.kubilitics.io/v1";

    @BeforeEach
    void applyManifests(KubernetesClient client) {
        client.load(AdmissionTest.class.getResourceAsStream("admission.yaml"))
                .resources()
                .forEach(Resource::serverSideApply);
        eventually(
                () -> assertThat(widgets(client, "default").list().getItems()).isNotNull());
    }

    @Test
    void aCelRuleOfTheCrdRefusesWhatItForbids(KubernetesClient client, TestNamespace namespace) {
        assertThatThrownBy(() -> create(client, namespace, widget(30)))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("too big");
        create(client, namespace, widget(3));
    }

    @Test
    void specAndStatusAreWrittenSeparately(KubernetesClient client, TestNamespace namespace) {
        create(client, namespace, widget(3));
        GenericKubernetesResource changed = widget(4);
        changed.setAdditionalProperty("status", Map.of("phase", "Done"));

        client.resource(changed).inNamespace(namespace.name()).updateStatus();

        GenericKubernetesResource read =
                widgets(client, namespace.name()).withName("w").get();
        assertThat(read.<Integer>get("spec", "size")).isEqualTo(3);
        assertThat(read.<String>get("status", "phase")).isEqualTo("Done");
    }

    @Test
    void aPolicyDecidesByCallerAndByWhatRbacAllowsHim(TestCluster cluster, TestNamespace namespace) {
        grant(cluster.client(), namespace, "alice", List.of("create", "bless"));
        grant(cluster.client(), namespace, "bob", List.of("create"));
        try (KubernetesClient alice = cluster.clientOf("alice");
                KubernetesClient bob = cluster.clientOf("bob")) {
            eventually(() -> assertThatThrownBy(() -> create(bob, namespace, blessed("bob")))
                    .hasMessageContaining("you may not bless widgets here"));
            assertThatThrownBy(() -> create(alice, namespace, blessed("bob")))
                    .hasMessageContaining("bless in your own name");
            create(alice, namespace, blessed("alice"));
        }
    }

    private static void grant(KubernetesClient admin, TestNamespace namespace, String user, List<String> verbs) {
        admin.rbac()
                .roles()
                .inNamespace(namespace.name())
                .resource(new RoleBuilder()
                        .withNewMetadata()
                        .withName(user)
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups("e2e.kubilitics.io")
                        .withResources("widgets")
                        .withVerbs(verbs)
                        .endRule()
                        .build())
                .create();
        admin.rbac()
                .roleBindings()
                .inNamespace(namespace.name())
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName(user)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", user)
                        .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                        .build())
                .create();
    }

    private static void create(KubernetesClient client, TestNamespace namespace, GenericKubernetesResource widget) {
        client.resource(widget).inNamespace(namespace.name()).create();
    }

    private static NonNamespaceOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            widgets(KubernetesClient client, String namespace) {
        return client.genericKubernetesResources(API, "Widget").inNamespace(namespace);
    }

    private static GenericKubernetesResource blessed(String by) {
        GenericKubernetesResource widget = widget(3);
        widget.setAdditionalProperty("spec", Map.of("size", 3, "blessedBy", by));
        return widget;
    }

    private static GenericKubernetesResource widget(int size) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion(API)
                .withKind("Widget")
                .withNewMetadata()
                .withName("w")
                .endMetadata()
                .addToAdditionalProperties("spec", Map.of("size", size))
                .build();
    }
}
