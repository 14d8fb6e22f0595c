package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.reasoning.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What objects say of themselves, and where that points farther. */
class OwnStatusTest {

    private static final Kind KUSTOMIZATION = new Kind("kustomize.toolkit.fluxcd.io", "Kustomization");
    private static final Kind REPOSITORY = new Kind("source.toolkit.fluxcd.io", "GitRepository");

    @Test
    void aSetWithoutTheServiceThatNamesItsPodsMissesThatService() {
        Shop shop = new Shop().object(Kind.STATEFUL_SET, """
                {'apiVersion': 'apps/v1', 'kind': 'StatefulSet', 'metadata': {'name': 'ledger', 'namespace': 'shop', 'uid': 'l'},
                 'spec': {'replicas': 1, 'serviceName': 'ledgers'}, 'status': {'replicas': 1, 'readyReplicas': 1}}""").listed();
        assertThat(shop.cause()).isEqualTo("governing-service-missing Service shop/ledgers");

        shop.object(Kind.SERVICE, """
                {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'ledgers', 'namespace': 'shop'}, 'spec': {'clusterIP': 'None'}}""");
        assertThat(shop.cause()).isEqualTo("none");
    }

    @Test
    void aRouteMissesItsGateway() {
        Shop shop = new Shop().object(Kind.HTTP_ROUTE, """
                        {'apiVersion': 'gateway.networking.k8s.io/v1', 'kind': 'HTTPRoute', 'metadata': {'name': 'way', 'namespace': 'shop', 'uid': 'w'},
                         'spec': {'parentRefs': [{'name': 'gate', 'namespace': 'edge'}]}}""").listed();
        assertThat(shop.cause()).as("Gateways cannot be seen").isEqualTo("none");
        assertThat(shop.seen(Kind.GATEWAY).cause()).isEqualTo("gateway-missing Gateway edge/gate");
    }

    @Test
    void aClaimMissesTheVolumeItHad() {
        Shop shop = new Shop().object(Kind.CLAIM, """
                {'apiVersion': 'v1', 'kind': 'PersistentVolumeClaim', 'metadata': {'name': 'data', 'namespace': 'shop', 'uid': 'c',
                  'creationTimestamp': '2026-11-01T09:00:00Z'},
                 'spec': {'volumeName': 'pv-7'}, 'status': {'phase': 'Lost'}}""");
        assertThat(shop.listed().cause()).isEqualTo("claim-lost PersistentVolume pv-7");
        assertThat(shop.listed(Kind.VOLUME).object(Kind.VOLUME, """
                        {'apiVersion': 'v1', 'kind': 'PersistentVolume', 'metadata': {'name': 'pv-7', 'uid': 'v'}, 'status': {'phase': 'Bound'}}""").cause())
                .isEqualTo("claim-lost PersistentVolumeClaim shop/data");
    }

    @ParameterizedTest
    @CsvSource({"False, api-service-unavailable Deployment tools/meter", "True, none"})
    void aPartOfTheApiIsAwayBecauseOfWhoAnswersForIt(String available, String cause) {
        Shop shop = new Shop()
                .object(Kind.API_SERVICE, """
                        {'apiVersion': 'apiregistration.k8s.io/v1', 'kind': 'APIService', 'metadata': {'name': 'v1.parts.example.com', 'uid': 'a'},
                         'spec': {'group': 'parts.example.com', 'version': 'v1', 'service': {'name': 'meter', 'namespace': 'tools'}},
                         'status': {'conditions': [{'type': 'Available', 'status': '%s', 'reason': 'FailedDiscoveryCheck', 'message': 'no response',
                           'lastTransitionTime': '2026-11-21T09:00:00Z'}]}}""".formatted(available))
                .object(Kind.SERVICE, """
                        {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'meter', 'namespace': 'tools', 'uid': 's'},
                         'spec': {'selector': {'app': 'meter'}, 'ports': [{'port': 443}]}}""")
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'meter-1', 'namespace': 'tools', 'uid': 'm1', 'labels': {'app': 'meter'},
                          'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'meter', 'uid': 'm', 'controller': true}]},
                         'spec': {'nodeName': 'n1', 'containers': [{'name': 'main', 'image': 'meter:1'}]}, 'status': {'phase': 'Running'}}""");

        assertThat(Shop.cause(shop.listed(Kind.ENDPOINT_SLICE).investigate(new Scope.Everything())))
                .isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"ghost, traffic-class-missing Ingress shop/door", "front, none"})
    void aDoorOfAClassThatNobodyServesIsAtFaultItself(String name, String cause) {
        Shop shop = new Shop().object(Kind.INGRESS, """
                        {'apiVersion': 'networking.k8s.io/v1', 'kind': 'Ingress', 'metadata': {'name': 'door', 'namespace': 'shop', 'uid': 'd',
                          'creationTimestamp': '2026-11-21T09:00:00Z'}, 'spec': {'ingressClassName': '%s'}}""".formatted(name)).object(Kind.INGRESS_CLASS, """
                        {'apiVersion': 'networking.k8s.io/v1', 'kind': 'IngressClass', 'metadata': {'name': 'front', 'uid': 'f'},
                         'spec': {'controller': 'example.com/front'}}""");

        assertThat(shop.listed().cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Gateway | gateway.networking.k8s.io/v1 | 'spec': {} | Accepted | gateway-not-accepted",
                "Gateway | gateway.networking.k8s.io/v1 | 'spec': {} | Programmed | gateway-not-programmed",
                "GatewayClass | gateway.networking.k8s.io/v1 | 'spec': {} | Accepted | gateway-class-not-accepted",
                "CustomResourceDefinition | apiextensions.k8s.io/v1 | 'spec': {} | NamesAccepted | definition-not-established",
            })
    void whatASingleConditionSaysIsTheObjectsOwn(String kind, String version, String spec, String type, String cause) {
        assertThat(Shop.cause(told(kind, version, spec, type, "False").investigate(new Scope.Everything())))
                .matches(cause + " %s (shop/)?it".formatted(kind));
        assertThat(Shop.cause(told(kind, version, spec, type, "True").investigate(new Scope.Everything())))
                .isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({"1, controller-away Deployment shop/mill", "2, none"})
    void aSpecificationThatNobodyHasLookedAtWaitsForItsController(int observed, String cause) {
        Shop shop = new Shop().object(Kind.DEPLOYMENT, """
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'mill', 'namespace': 'shop', 'uid': 'm', 'generation': 2, %s},
                 'spec': {'replicas': 1}, 'status': {'observedGeneration': %d, 'replicas': 1, 'updatedReplicas': 1, 'readyReplicas': 1, 'availableReplicas': 1}}""".formatted(Shop.written("10:00:00"), observed));

        assertThat(shop.listed().cause()).isEqualTo(cause);
    }

    private static Shop told(String kind, String version, String spec, String type, String status) {
        return new Shop()
                .object(Kind.of(version, kind), """
                        {'apiVersion': '%s', 'kind': '%s', 'metadata': {'name': 'it', 'namespace': 'shop', 'uid': 'it', 'generation': 1,
                          'creationTimestamp': '2026-11-21T09:00:00Z'}, %s,
                         'status': {'conditions': [{'type': '%s', 'status': '%s', 'reason': 'Because', 'message': 'it is so',
                           'lastTransitionTime': '2026-11-21T09:00:00Z'}]}}""".formatted(version, kind, spec, type, status))
                .listed();
    }

    @Test
    void whatIsNotReconciledPointsToItsSource() {
        Shop shop = new Shop().object(KUSTOMIZATION, kustomization()).listed();
        assertThat(shop.cause()).as("sources cannot be seen").isEqualTo("source-not-ready Kustomization shop/all");

        shop.object(REPOSITORY, repository("False"));
        assertThat(shop.cause()).isEqualTo("source-not-ready GitRepository shop/code");
        shop.object(REPOSITORY, repository("True"));
        assertThat(shop.cause()).isEqualTo("source-not-ready Kustomization shop/all");
    }

    @Test
    void aSourceThatWasDeletedHasToComeBackAndOneThatNeverWasIsMisnamed() {
        Shop never = new Shop()
                .object(KUSTOMIZATION, kustomization())
                .seen(REPOSITORY)
                .listed();
        assertThat(never.cause()).isEqualTo("source-not-ready Kustomization shop/all");

        Shop deleted = new Shop()
                .object(KUSTOMIZATION, kustomization())
                .object(REPOSITORY, repository("True"))
                .gone(ResourceRef.of(REPOSITORY, "shop", "code"), "10:00:00")
                .seen(REPOSITORY)
                .listed();
        assertThat(deleted.cause()).isEqualTo("source-not-ready GitRepository shop/code");
    }

    private static String kustomization() {
        return """
                {'apiVersion': 'kustomize.toolkit.fluxcd.io/v1', 'kind': 'Kustomization', 'metadata': {'name': 'all', 'namespace': 'shop', 'uid': 'k'},
                 'spec': {'sourceRef': {'kind': 'GitRepository', 'name': 'code'}},
                 'status': {'conditions': [{'type': 'Ready', 'status': 'False', 'reason': 'ArtifactFailed', 'message': 'no artifact',
                   'lastTransitionTime': '2026-11-21T09:00:00Z'}]}}""";
    }

    private static String repository(String ready) {
        return """
                {'apiVersion': 'source.toolkit.fluxcd.io/v1', 'kind': 'GitRepository', 'metadata': {'name': 'code', 'namespace': 'shop', 'uid': 'g'},
                 'spec': {}, 'status': {'conditions': [{'type': 'Ready', 'status': '%s', 'reason': 'GitOperationFailed', 'message': 'no such host',
                   'lastTransitionTime': '2026-11-21T08:00:00Z'}]}}""".formatted(ready);
    }
}
