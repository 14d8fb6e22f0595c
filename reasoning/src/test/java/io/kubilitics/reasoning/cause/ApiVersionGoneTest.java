package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.reasoning.Shop;
import io.kubilitics.reasoning.Street;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiVersionGoneTest {

    private static final Kind RELEASE = new Kind("helm.toolkit.fluxcd.io", "HelmRelease");
    private static final String WIDGET =
            "ERROR no matches for kind \"Widget\" in version \"parts.example.com/v1alpha1\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR unable to recognize \"\": no matches for kind \"Ingress\" in version \"extensions/v1beta1\"",
                "ERROR watch failed: no kind \"CronJob\" is registered for version \"batch/v1beta1\" in scheme",
                "ERROR could not find version \"v1beta1\" of policy/PodSecurityPolicy",
                "ERROR the server could not find the requested resource (get ingresses.extensions)"
            })
    void whoAsksForAVersionThatIsNotServedIsOutOfDate(String line) {
        assertThat(new Street().calling(line).cause()).startsWith("api-version-removed Deployment shop/cart");
        assertThat(new Street().called(line).cause()).as("long ago").isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({"v1, true", "v1alpha1, false"})
    void aCustomKindIsGoneInOneVersionWhereItsDefinitionServesOthers(String served, boolean gone) {
        Street street = new Street().calling(WIDGET).object(Kind.CUSTOM_RESOURCE, """
                {'apiVersion': 'apiextensions.k8s.io/v1', 'kind': 'CustomResourceDefinition', 'metadata': {'name': 'widgets.parts.example.com'},
                 'spec': {'group': 'parts.example.com', 'names': {'kind': 'Widget', 'plural': 'widgets'}, 'scope': 'Namespaced',
                  'versions': [{'name': '%s', 'served': true, 'storage': true}]}}""".formatted(served));

        assertThat(street.cause()).isEqualTo(gone ? "api-version-removed Deployment shop/cart" : "none");
    }

    @Test
    void aCustomKindWithoutADefinitionWasNeverInstalled() {
        assertThat(new Street().calling(WIDGET).cause()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no matches for kind 'PodDisruptionBudget' in version 'policy/v1beta1' | api-version-removed",
                "chart pull error: not found | source-not-ready"
            })
    void aReleaseMayBringWhatIsNotServed(String said, String cause) {
        Shop shop = new Shop()
                .object(RELEASE, """
                {'apiVersion': 'helm.toolkit.fluxcd.io/v2', 'kind': 'HelmRelease', 'metadata': {'name': 'till', 'namespace': 'shop', 'uid': 'h',
                  'creationTimestamp': '2026-11-01T09:00:00Z', 'generation': 2},
                 'spec': {}, 'status': {'observedGeneration': 2, 'conditions': [{'type': 'Ready', 'status': 'False', 'reason': 'UpgradeFailed',
                  'message': '%s', 'lastTransitionTime': '2026-11-21T09:00:00Z'}]}}""".formatted(said.replace("'", "\\\"")))
                .listed();

        assertThat(shop.cause()).isEqualTo(cause + " HelmRelease shop/till");
    }

    @ParameterizedTest
    @CsvSource({"apps/v1beta1, api-version-removed HorizontalPodAutoscaler shop/h", "apps/v1, none"})
    void anAutoscalerMayPointAtWhatIsNotServed(String version, String cause) {
        String said = version.equals("apps/v1")
                ? "failed to get scale"
                : "no matches for kind \\\"Deployment\\\" in version \\\"%s\\\"".formatted(version);
        Street street = new Street().object(Kind.AUTOSCALER, """
                {'apiVersion': 'autoscaling/v2', 'kind': 'HorizontalPodAutoscaler', 'metadata': {'name': 'h', 'namespace': 'shop', 'uid': 'h'},
                 'spec': {'minReplicas': 1, 'maxReplicas': 3, 'scaleTargetRef': {'apiVersion': '%s', 'kind': 'Deployment', 'name': 'stock'}},
                 'status': {'conditions': [{'type': 'AbleToScale', 'status': 'False', 'reason': 'FailedGetScale', 'message': '%s',
                   'lastTransitionTime': '2026-11-21T09:00:00Z'}]}}""".formatted(version, said));

        assertThat(street.cause()).isEqualTo(cause);
    }
}
