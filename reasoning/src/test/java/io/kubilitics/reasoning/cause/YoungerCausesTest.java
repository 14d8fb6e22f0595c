package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.reasoning.Shop;
import io.kubilitics.reasoning.Street;
import io.kubilitics.reasoning.Yard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two who do not agree, the one that somebody changed last is at fault; and who keeps something fresh, where it is stale. */
class YoungerCausesTest {

    private static final String TIMED_OUT = "ERROR dial tcp 10.96.7.7:80: i/o timeout";
    private static final String REFUSED = "ERROR dial tcp 10.96.7.7:80: connect: connection refused";

    @ParameterizedTest
    @CsvSource({"10:00:00, LimitRange shop/narrow", "07:00:00, Deployment shop/mill"})
    void aLimitRangeThatCameAfterTheWorkloadIsAtFault(String made, String fault) {
        Yard yard = refused("pods mill-1 is forbidden: maximum cpu usage per Container is 1, but limit is 2")
                .object(Kind.LIMIT_RANGE, """
                        {'apiVersion': 'v1', 'kind': 'LimitRange', 'metadata': {'name': 'narrow', 'namespace': 'shop', 'uid': 'l',
                          'creationTimestamp': '2026-11-21T%sZ'}, 'spec': {'limits': [{'type': 'Container', 'max': {'cpu': '1'}}]}}""".formatted(made))
                .listed();

        assertThat(yard.cause()).isEqualTo("limit-range-violated " + fault);
    }

    @ParameterizedTest
    @CsvSource({"10:00:00, Namespace shop", "07:00:00, Deployment shop/mill"})
    void aNamespaceThatBecameStricterAfterTheWorkloadIsAtFault(String written, String fault) {
        Yard yard = refused("pods mill-1 is forbidden: violates PodSecurity restricted:latest: runAsNonRoot != true")
                .object(Kind.NAMESPACE, """
                        {'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'shop', 'uid': 'n', 'creationTimestamp': '2026-11-01T09:00:00Z', %s,
                          'labels': {'pod-security.kubernetes.io/enforce': 'restricted'}}}""".formatted(Shop.written(written)))
                .listed();

        assertThat(yard.cause()).isEqualTo("pod-security-denied " + fault);
    }

    @ParameterizedTest
    @CsvSource({
        "10:00:00, no-root, ValidatingAdmissionPolicy no-root",
        "07:00:00, no-root, Deployment shop/mill",
        "10:00:00, other, Deployment shop/mill"
    })
    void aPolicyThatIsNamedAndCameAfterTheWorkloadIsAtFault(String made, String name, String fault) {
        Yard yard = refused(
                        "pods mill-1 is forbidden: ValidatingAdmissionPolicy \\u0027no-root\\u0027 with binding \\u0027all\\u0027 denied request: no root")
                .object(Kind.VALIDATING_POLICY, """
                        {'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': 'ValidatingAdmissionPolicy', 'metadata': {'name': '%s', 'uid': 'v',
                          'creationTimestamp': '2026-11-21T%sZ'}, 'spec': {}}""".formatted(name, made))
                .listed();

        assertThat(yard.cause()).isEqualTo("admission-policy-denied " + fault);
    }

    @Test
    void aServiceIsAtFaultForItsPortUnlessThePodsTookAnother() {
        Street moved = new Street()
                .rewritten("10:00:00", "stock", "'ports': [{'containerPort': 9090}]", "")
                .calling(REFUSED);
        assertThat(moved.cause()).isEqualTo("service-port-mapping-mismatch Deployment shop/stock");

        Street always = new Street()
                .service("{'app': 'stock'}", "{'port': 80, 'targetPort': 9090}")
                .calling(REFUSED);
        assertThat(always.cause()).isEqualTo("service-port-mapping-mismatch Service shop/stock");
    }

    @ParameterizedTest
    @CsvSource({"09:30:00, Namespace shop", "10:05:00, NetworkPolicy shop/wall"})
    void aPolicyIsAtFaultUnlessALabelByWhichItKnowsThemWasChangedSince(String policy, String fault) {
        String namespace = "{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'shop', 'uid': 'n', %s,"
                + " 'creationTimestamp': '2026-11-01T09:00:00Z', 'labels': {'team': '%s'}}}";
        Street street = new Street()
                .object(Kind.NAMESPACE, namespace.formatted(Shop.written("08:00:00"), "front"))
                .object(Kind.NETWORK_POLICY, """
                        {'apiVersion': 'networking.k8s.io/v1', 'kind': 'NetworkPolicy', 'metadata': {'name': 'wall', 'namespace': 'shop', 'uid': 'w',
                          'creationTimestamp': '2026-11-21T%sZ'},
                         'spec': {'podSelector': {'matchLabels': {'app': 'stock'}}, 'policyTypes': ['Ingress'],
                          'ingress': [{'from': [{'namespaceSelector': {'matchLabels': {'team': 'front'}}}]}]}}""".formatted(policy))
                .calling(TIMED_OUT);
        assertThat(street.cause()).as("the label is there").isEqualTo("none");

        street.object(Kind.NAMESPACE, namespace.formatted(Shop.written("10:00:00"), "back"));
        assertThat(street.cause()).isEqualTo("network-policy-deny " + fault);
    }

    @ParameterizedTest
    @CsvSource({"CACHE_MB, ConfigMap shop/conf", "GREETING, Deployment shop/stock"})
    void aSettingThatLetsAProgramTakeMoreMemoryIsAtFaultForItsEnd(String key, String fault) {
        String config =
                "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'conf', 'namespace': 'shop', 'uid': 'c', %s,"
                        + " 'creationTimestamp': '2026-11-01T09:00:00Z'}, 'data': {'%s': '%s'}}";
        String container =
                "{'name': 'app', 'image': 'stock:1', 'resources': {'limits': {'memory': '64Mi'}}, 'envFrom': [{'configMapRef': {'name': 'conf'}}]}";
        Street street = new Street()
                .workload("stock", container.substring(1, container.length() - 1))
                .object(Kind.CONFIG_MAP, config.formatted(Shop.written("08:00:00"), key, "32"))
                .object(Kind.CONFIG_MAP, config.formatted(Shop.written("10:00:00"), key, "900"))
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'stock-1-a', 'namespace': 'shop', 'uid': 'p-stock', 'labels': {'app': 'stock'},
                          'creationTimestamp': '2026-11-21T09:00:00Z',
                          'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'name': 'stock-1', 'uid': 'r-stock', 'controller': true}]},
                         'spec': {'nodeName': 'n1', 'containers': [%s]}, 'status': {'phase': 'Running', 'containerStatuses': [{'name': 'app', 'restartCount': 4,
                          'state': {'waiting': {'reason': 'CrashLoopBackOff'}},
                          'lastState': {'terminated': {'reason': 'OOMKilled', 'exitCode': 137, 'finishedAt': '2026-11-21T10:06:00Z'}}}]}}""".formatted(container));

        assertThat(street.cause()).contains("oom-killed " + fault);
    }

    @ParameterizedTest
    @CsvSource({"true, CronJob tools/key-renewal", "false, Secret shop/keys"})
    void credentialsThatNobodyKeepsFreshAreTheKeepersFault(boolean suspended, String fault) {
        Shop shop = new Shop()
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'a', 'namespace': 'shop', 'uid': 'a'},
                         'spec': {'nodeName': 'n1', 'imagePullSecrets': [{'name': 'keys'}], 'containers': [{'name': 'app', 'image': 'cart:1'}]},
                         'status': {'phase': 'Pending', 'containerStatuses': [{'name': 'app',
                          'state': {'waiting': {'reason': 'ImagePullBackOff', 'message': 'Back-off'}}}]}}""")
                .event("a", "Failed to pull image: 401 Unauthorized")
                .object(Kind.SECRET, """
                        {'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {'name': 'keys', 'namespace': 'shop', 'uid': 'k',
                          'labels': {'app.kubernetes.io/managed-by': 'key-renewal'}}, 'type': 'kubernetes.io/dockerconfigjson', 'data': {}}""")
                .object(Kind.CRON_JOB, """
                        {'apiVersion': 'batch/v1', 'kind': 'CronJob', 'metadata': {'name': 'key-renewal', 'namespace': 'tools', 'uid': 'c'},
                         'spec': {'schedule': '0 */6 * * *', 'suspend': %s}}""".formatted(suspended))
                .listed();

        assertThat(shop.cause()).isEqualTo("image-pull-denied " + fault);
    }

    /** Mill was made at eight, and its pods are refused. */
    private static Yard refused(String said) {
        return new Yard().object(Kind.DEPLOYMENT, """
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'mill', 'namespace': 'shop', 'uid': 'm',
                  'creationTimestamp': '2026-11-21T08:00:00Z'}, 'spec': {'replicas': 1},
                 'status': {'conditions': [{'type': 'ReplicaFailure', 'status': 'True', 'reason': 'FailedCreate', 'message': "%s",
                  'lastTransitionTime': '2026-11-21T10:05:00Z'}]}}""".formatted(said));
    }
}
