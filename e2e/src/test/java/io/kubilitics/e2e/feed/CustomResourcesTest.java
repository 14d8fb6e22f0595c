package io.kubilitics.e2e.feed;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.e2e.cluster.OnCluster;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Custom resources are seen for as long as there is a definition of them. */
@OnCluster
class CustomResourcesTest {

    private static final Kind WIDGET = new Kind("feed.example.org", "Widget");
    private static final Kind CERTIFICATE = new Kind("cert-manager.io", "Certificate");
    private static final Kind REPORT = new Kind("wgpolicyk8s.io", "PolicyReport");

    @Test
    void theyComeAndGoWithTheirDefinition(TestCluster cluster, TestNamespace namespace) {
        KubernetesClient admin = cluster.client();
        ResourceRef gear = ResourceRef.of(WIDGET, namespace.name(), "gear");
        try (Lookout lookout = new Lookout(cluster.clientOf("admin", "system:masters"), Optional.empty()).synced()) {
            assertThat(lookout.brain().presence(gear)).isEqualTo(Presence.UNSEEN);

            CustomResourceDefinition definition = define(admin, WIDGET, "widgets");
            eventually(() -> assertThat(lookout.brain().presence(gear)).isEqualTo(Presence.ABSENT));
            make(admin, gear, "v1", Map.of("secretName", "parts"));
            eventually(() -> assertThat(lookout.brain().presence(gear)).isEqualTo(Presence.PRESENT));
            assertThat(lookout.brain().to(gear, Relation.Type.READS))
                    .containsExactly(ResourceRef.of(Kind.SECRET, namespace.name(), "parts"));
            assertThat(lookout.telemetry().page()).contains("kubilitics_watch_up{kind=\"Widget.feed.example.org\"} 1");

            admin.resource(definition).delete();
            eventually(() -> assertThat(lookout.feed().kinds()).doesNotContain(WIDGET));
            eventually(() -> assertThat(lookout.brain().presence(gear)).isEqualTo(Presence.ABSENT));
            assertThat(lookout.feed().watches().away()).isEmpty();

            define(admin, WIDGET, "widgets");
            make(admin, gear, "v1", Map.of());
            eventually(() -> assertThat(lookout.brain().presence(gear)).isEqualTo(Presence.PRESENT));
        } finally {
            admin.apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .withName("widgets." + WIDGET.group())
                    .delete();
        }
    }

    @Test
    void thoseThatWereThereBeforeAreSeenBeforeAnythingIsConcluded(TestCluster cluster, TestNamespace namespace) {
        KubernetesClient admin = cluster.client();
        CustomResourceDefinition certificates = define(admin, CERTIFICATE, "certificates");
        CustomResourceDefinition reports = define(admin, REPORT, "policyreports");
        ResourceRef shop = ResourceRef.of(CERTIFICATE, namespace.name(), "shop");
        try {
            make(admin, shop, "v1", Map.of("secretName", "shop-tls"));
            try (Lookout lookout =
                    new Lookout(cluster.clientOf("admin", "system:masters"), Optional.empty()).synced()) {
                assertThat(lookout.body().listed(CERTIFICATE)).isTrue();
                assertThat(lookout.brain().presence(shop)).isEqualTo(Presence.PRESENT);
                assertThat(lookout.feed().kinds()).contains(CERTIFICATE).doesNotContain(REPORT);
                assertThat(lookout.brain().coverage().kinds()).doesNotContainKey(REPORT);
            }
        } finally {
            admin.resource(certificates).delete();
            admin.resource(reports).delete();
        }
    }

    private static CustomResourceDefinition define(KubernetesClient admin, Kind kind, String plural) {
        CustomResourceDefinition definition = admin.resource(new CustomResourceDefinitionBuilder()
                        .withNewMetadata()
                        .withName(plural + "." + kind.group())
                        .endMetadata()
                        .withNewSpec()
                        .withGroup(kind.group())
                        .withScope("Namespaced")
                        .withNewNames()
                        .withKind(kind.name())
                        .withPlural(plural)
                        .endNames()
                        .withVersions(anything())
                        .endSpec()
                        .build())
                .serverSideApply();
        eventually(() -> assertThat(admin.resource(definition).get().getStatus().getConditions())
                .anyMatch(condition -> condition.getType().equals("Established")
                        && condition.getStatus().equals("True")));
        return definition;
    }

    private static CustomResourceDefinitionVersion anything() {
        return new CustomResourceDefinitionVersionBuilder()
                .withName("v1")
                .withServed(true)
                .withStorage(true)
                .withNewSchema()
                .withNewOpenAPIV3Schema()
                .withType("object")
                .withXKubernetesPreserveUnknownFields(true)
                .endOpenAPIV3Schema()
                .endSchema()
                .build();
    }

    private static void make(KubernetesClient admin, ResourceRef ref, String version, Map<String, Object> spec) {
        GenericKubernetesResource resource = new GenericKubernetesResourceBuilder()
                .withApiVersion(ref.kind().group() + "/" + version)
                .withKind(ref.kind().name())
                .withNewMetadata()
                .withName(ref.name())
                .withNamespace(ref.namespace())
                .endMetadata()
                .addToAdditionalProperties("spec", spec)
                .build();
        // Established, it is still not served everywhere for a moment.
        eventually(() -> assertThat(admin.resource(resource).serverSideApply()).isNotNull());
    }
}
