package io.kubilitics.gateway.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.read.BundleReader;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.evidence.SceneToolbox;
import io.kubilitics.reasoning.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineBrainTest {

    private static final Path EXAMPLE = Path.of("../examples/missing-key");
    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    private static final ResourceRef SETTINGS = ResourceRef.of(Kind.CONFIG_MAP, "shop", "cart-settings");

    @TempDir
    private Path folder;

    @BeforeEach
    void aCopyOfTheExample() throws IOException {
        for (String file : new String[] {"incident.yaml", "objects.yaml", "timeline.yaml"}) {
            Files.copy(EXAMPLE.resolve(file), folder.resolve(file));
        }
    }

    @Test
    void findsTheCauseInABundle() throws IOException {
        Report report = diagnose();

        assertThat(report.bundle()).isEqualTo("missing-key");
        assertThat(report.status()).isEqualTo("diagnosed");
        assertThat(report.causes()).extracting(Report.Cause::cause).containsExactly("config-key-missing");
        assertThat(report.coverage()).isEqualTo(new Report.Coverage("Deployment shop/cart", true, List.of()));
    }

    @Test
    void callsABundleHealthyOnlyWhenAllOfItCouldBeRead() throws IOException {
        replace("objects.yaml", "database-url: postgres", "database.url: postgres");
        replace("objects.yaml", "CreateContainerConfigError", "ContainerCreating");
        assertThat(diagnose().status()).isEqualTo("healthy");

        replace("objects.yaml", "kind: Secret", "kind: [Secret");
        Report report = diagnose();

        assertThat(report.status()).isEqualTo("inconclusive");
        assertThat(report.coverage().unseen()).anyMatch(it -> it.startsWith("objects.yaml, document 3, line "));
    }

    @Test
    void doesNotCallMissingWhatABundleOfOneNamespaceDoesNotHold() throws IOException {
        replace("objects.yaml", "name: kube-system, uid", "name: elsewhere, uid");
        SceneToolbox toolbox = new SceneToolbox(Scenes.of(read()));

        assertThat(toolbox.answer(new Probe.OfObject(ResourceRef.of(Kind.CONFIG_MAP, "shop", "no"))))
                .isInstanceOf(Evidence.Missing.class);
        assertThat(toolbox.answer(new Probe.OfObject(ResourceRef.of(Kind.CONFIG_MAP, "other", "no"))))
                .isEqualTo(new Evidence.Unavailable("ConfigMaps of namespace other are not visible"));
    }

    @Test
    void answersWithWhatTheTimelineTellsOfChanges() throws IOException {
        Evidence changes = new SceneToolbox(Scenes.of(read())).answer(new Probe.OfChanges(SETTINGS));

        assertThat(((Evidence.Changes) changes).history().edits(Topic.KEY))
                .allMatch(change -> change.at().equals(Instant.parse("2026-11-21T10:10:00Z")))
                .allMatch(change -> change.by().equals("kubectl-edit (user: ana)"))
                .extracting(Change::toString)
                .containsExactly(
                        "key database.url of ConfigMap shop/cart-settings was removed; it was postgres://db.shop:5432/cart",
                        "key database-url of ConfigMap shop/cart-settings was added: postgres://db.shop:5432/cart");
    }

    @Test
    void tellsAChangeOfAContainerByItsName() throws IOException {
        Files.writeString(folder.resolve("timeline.yaml"), """
                steps:
                - at: -60
                  op: patch
                  target: {apiVersion: apps/v1, kind: Deployment, namespace: shop, name: cart}
                  changes:
                  - {path: /spec/template/spec/containers/0/image, from: 'registry.example/cart:1.3.0', to: 'registry.example/cart:1.4.0'}
                  - {path: /spec/template/spec/containers/0/resources, to: {limits: {memory: 64Mi}}}
                  - {path: /spec/template/spec/containers/7/image, from: a, to: b}
                  - {path: /spec/replicas, from: 1, to: 2}
                """);

        Evidence.Changes changes =
                (Evidence.Changes) new SceneToolbox(Scenes.of(read())).answer(new Probe.OfChanges(CART));

        assertThat(changes.history().edits())
                .extracting(Change::toString)
                .containsExactly(
                        "image of container cart of Deployment shop/cart changed from registry.example/cart:1.3.0 to registry.example/cart:1.4.0",
                        "memory limit of container cart of Deployment shop/cart was added: 64Mi",
                        "image of container 7 of Deployment shop/cart changed from a to b",
                        "replicas of Deployment shop/cart changed from 1 to 2");
    }

    @Test
    void looksWhereTheFocusPoints() throws IOException {
        assertThat(OfflineBrain.scope(read())).isEqualTo(new Scope.Below(Set.of(CART)));
        replace("incident.yaml", "kind: Deployment", "kind: Ingress");
        assertThat(OfflineBrain.scope(read())).isEqualTo(new Scope.InNamespace("shop"));
        replace("incident.yaml", "kind: Ingress\n  namespace: shop", "kind: Namespace");
        assertThat(OfflineBrain.scope(read())).isEqualTo(new Scope.InNamespace("cart"));
        replace("incident.yaml", "kind: Namespace", "kind: Node");
        assertThat(OfflineBrain.scope(read())).isEqualTo(new Scope.Everything());
    }

    private void replace(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    private Bundle read() throws IOException {
        return new BundleReader(InstantSource.system()).read(folder);
    }

    private Report diagnose() throws IOException {
        return new OfflineBrain(Catalogue.full()).diagnose(read());
    }
}
