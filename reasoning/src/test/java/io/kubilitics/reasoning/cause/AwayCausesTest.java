package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.reasoning.Shop;
import io.kubilitics.reasoning.Street;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody whom others count on is away: deleted, outside, a Job that failed, the cluster's name service. */
class AwayCausesTest {

    private static final String REFUSED = "ERROR stock failed: dial tcp 10.96.7.7:80: connect: connection refused";
    private static final String OUTSIDE = "ERROR payment failed: dial tcp bank:443: i/o timeout";
    private static final String NAMELESS = "ERROR dial tcp: lookup stock on 10.96.0.10:53: server misbehaving";

    @Test
    void aDeletedWorkloadIsWhyNobodyAnswers() {
        Street street =
                new Street().deleted("stock", "10:00:00").endpoints("none").calling(REFUSED);

        assertThat(street.cause()).isEqualTo("workload-deleted Deployment shop/stock");
    }

    @Test
    void aDeletedWorkloadForWhichTheServiceNeverWasIsNotMissed() {
        Street street = new Street()
                .service("{'app': 'depot'}", "{'port': 80, 'targetPort': 8080}")
                .deleted("stock", "10:00:00")
                .endpoints("none")
                .calling(REFUSED);

        assertThat(street.cause()).doesNotContain("workload-deleted");
    }

    @Test
    void aDeletedWorkloadInWhosePlaceAnotherStandsIsNotMissed() {
        Street street = new Street()
                .deleted("stock", "10:00:00")
                .workload("stock", "'ports': [{'containerPort': 8080}]")
                .calling(REFUSED);

        assertThat(street.cause()).isEqualTo("none");
    }

    @Test
    void whoIsOutsideIsKnownByTheServiceThatStandsForHim() {
        String bank = """
                {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'bank', 'namespace': 'shop', 'uid': 'b'},
                 'spec': {'type': 'ExternalName', 'externalName': 'api.bank.example'}}""";
        assertThat(new Street().object(Kind.SERVICE, bank).calling(OUTSIDE).cause())
                .isEqualTo("external-dependency-down Service shop/bank");
        assertThat(new Street().object(Kind.SERVICE, bank).called(OUTSIDE).cause())
                .isEqualTo("none");
    }

    @Test
    void whoIsOutsideIsAlsoKnownByTheAddressBehindHisService() {
        Street street = new Street()
                .object(Kind.SERVICE, """
                {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'bank', 'namespace': 'shop', 'uid': 'b'},
                 'spec': {'clusterIP': '10.96.8.8', 'ports': [{'port': 443}]}}""")
                .object(Kind.ENDPOINT_SLICE, """
                {'apiVersion': 'discovery.k8s.io/v1', 'kind': 'EndpointSlice', 'metadata': {'name': 'bank', 'namespace': 'shop', 'uid': 'be',
                  'labels': {'kubernetes.io/service-name': 'bank'}}, 'addressType': 'IPv4', 'endpoints': [{'addresses': ['203.0.113.5']}],
                 'ports': [{'port': 443}]}""")
                .calling("ERROR dial tcp 203.0.113.5:443: i/o timeout");

        assertThat(street.cause()).isEqualTo("external-dependency-down Service shop/bank");
    }

    @Test
    void whoHasPodsIsNotOutside() {
        assertThat(new Street().calling(OUTSIDE.replace("bank:443", "stock:80")).cause())
                .isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({"till-migrate, waits-for-failed-job Job shop/till-migrate", "mill-migrate, none"})
    void whoWaitsInAnInitContainerWaitsForTheFailedJobOfHisApplication(String job, String cause) {
        Shop shop = new Shop()
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'till-web', 'namespace': 'shop', 'uid': 't', 'creationTimestamp': '2026-11-21T09:00:00Z'},
                         'spec': {'nodeName': 'n1', 'initContainers': [{'name': 'wait', 'image': 'wait:1'}], 'containers': [{'name': 'main', 'image': 'till:1'}]},
                         'status': {'phase': 'Pending',
                          'initContainerStatuses': [{'name': 'wait', 'state': {'running': {'startedAt': '2026-11-21T09:00:05Z'}}}],
                          'containerStatuses': [{'name': 'main', 'state': {'waiting': {'reason': 'PodInitializing'}}}]}}""")
                .object(Kind.JOB, """
                        {'apiVersion': 'batch/v1', 'kind': 'Job', 'metadata': {'name': '%s', 'namespace': 'shop', 'uid': 'j'}, 'spec': {'backoffLimit': 2},
                         'status': {'failed': 3, 'conditions': [{'type': 'Failed', 'status': 'True', 'reason': 'BackoffLimitExceeded',
                          'message': 'Job has reached the specified backoff limit', 'lastTransitionTime': '2026-11-21T09:05:00Z'}]}}""".formatted(job))
                .listed();

        assertThat(shop.cause()).isEqualTo(cause);
    }

    @Test
    void whereNobodyAnswersForNamesTheNameServiceIsAtFault() {
        Street street = names("").calling(NAMELESS);
        assertThat(street.cause()).isEqualTo("cluster-dns-unavailable Deployment kube-system/coredns");

        assertThat(names("{'addresses': ['10.1.0.9'], 'conditions': {'ready': true}}")
                        .calling(NAMELESS)
                        .cause())
                .isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({"10:00:00, cluster-dns-unavailable ConfigMap kube-system/coredns", "10:09:50, none", ", none"})
    void aNameServiceThatWasChangedIsAtFaultForTheNamesThatAreNotFoundSince(String changed, String cause) {
        String config = """
                {'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'coredns', 'namespace': 'kube-system', 'uid': 'cc', %s
                  'creationTimestamp': '2026-11-21T07:00:00Z'}, 'data': {'Corefile': '%s'}}""";
        Street street = names("{'addresses': ['10.1.0.9'], 'conditions': {'ready': true}}")
                .object(Kind.CONFIG_MAP, config.formatted("", ".:53"))
                .calling("ERROR dial tcp: lookup stock on 10.96.0.10:53: no such host");
        if (changed != null) {
            street.object(Kind.CONFIG_MAP, config.formatted(Shop.written(changed) + ",", "corp.example:53"));
        }

        assertThat(street.cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"stock, true", "stokc, false", "bank.example, false"})
    void aChangeOfTheNameServiceIsNoReasonForANameThatNobodyHas(String name, boolean blamed) {
        String config = """
                {'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'coredns', 'namespace': 'kube-system', 'uid': 'cc', %s
                  'creationTimestamp': '2026-11-21T07:00:00Z'}, 'data': {'Corefile': '%s'}}""";
        Street street = names("{'addresses': ['10.1.0.9'], 'conditions': {'ready': true}}")
                .object(Kind.CONFIG_MAP, config.formatted("", ".:53"))
                .object(Kind.CONFIG_MAP, config.formatted(Shop.written("10:00:00") + ",", "corp.example:53"))
                .calling("ERROR dial tcp: lookup %s on 10.96.0.10:53: no such host".formatted(name));

        assertThat(street.cause().startsWith("cluster-dns-unavailable")).isEqualTo(blamed);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:00:00Z, cluster-dns-unavailable ConfigMap kube-system/coredns",
        "2026-11-19T10:00:00Z, none"
    })
    void wherePeopleWereNotWatchedTheConfigurationItselfTellsWhenItWasWritten(String written, String cause) {
        Street street = names("{'addresses': ['10.1.0.9'], 'conditions': {'ready': true}}")
                .object(Kind.CONFIG_MAP, """
                        {'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'coredns', 'namespace': 'kube-system', 'uid': 'cc',
                          'creationTimestamp': '2026-01-01T09:00:00Z', 'managedFields': [{'manager': 'kubectl-edit', 'operation': 'Update', 'time': '%s'}]},
                         'data': {'Corefile': 'corp.example:53'}}""".formatted(written))
                .calling("ERROR dial tcp: lookup stock on 10.96.0.10:53: no such host");

        assertThat(street.cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ERROR] plugin/errors: 2 bank.example. A: read udp 10.1.0.9:40000->198.51.100.53:53: i/o timeout | cluster-dns-unavailable Deployment kube-system/coredns",
                "[INFO] plugin/reload: running | none"
            })
    void aNameServiceThatIsNotAnsweredItselfSaysSo(String line, String cause) {
        Street street = names("{'addresses': ['10.1.0.9'], 'conditions': {'ready': true}}")
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'coredns-1-a', 'namespace': 'kube-system', 'uid': 'cp', 'labels': {'k8s-app': 'kube-dns'},
                          'creationTimestamp': '2026-11-21T07:00:00Z',
                          'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'coredns', 'uid': 'cd', 'controller': true}]},
                         'spec': {'nodeName': 'n1', 'containers': [{'name': 'coredns', 'image': 'coredns:1'}]},
                         'status': {'phase': 'Running', 'conditions': [{'type': 'Ready', 'status': 'True'}], 'containerStatuses': [{'name': 'coredns', 'ready': true,
                          'state': {'running': {'startedAt': '2026-11-21T07:00:00Z'}}}]}}""")
                .saying("coredns", line)
                .calling("ERROR dial tcp: lookup bank.example on 10.96.0.10:53: server misbehaving");

        assertThat(street.cause()).contains(cause);
    }

    /** A street in a cluster with a name service, behind which there is this, or nothing. */
    private static Street names(String endpoint) {
        return new Street()
                .object(Kind.SERVICE, """
                {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'kube-dns', 'namespace': 'kube-system', 'uid': 'kd',
                  'creationTimestamp': '2026-01-01T09:00:00Z'},
                 'spec': {'clusterIP': '10.96.0.10', 'selector': {'k8s-app': 'kube-dns'}, 'ports': [{'name': 'dns', 'port': 53, 'protocol': 'UDP'}]}}""")
                .object(Kind.ENDPOINT_SLICE, """
                {'apiVersion': 'discovery.k8s.io/v1', 'kind': 'EndpointSlice', 'metadata': {'name': 'kube-dns-x', 'namespace': 'kube-system', 'uid': 'ke',
                  'labels': {'kubernetes.io/service-name': 'kube-dns'}}, 'addressType': 'IPv4', 'endpoints': [%s],
                 'ports': [{'name': 'dns', 'port': 53, 'protocol': 'UDP'}]}""".formatted(endpoint))
                .object(Kind.DEPLOYMENT, """
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'coredns', 'namespace': 'kube-system', 'uid': 'cd'},
                 'spec': {'replicas': 1, 'template': {'metadata': {'labels': {'k8s-app': 'kube-dns'}}, 'spec': {'containers': [{'name': 'coredns', 'image': 'coredns:1'}],
                   'volumes': [{'name': 'config', 'configMap': {'name': 'coredns'}}]}}},
                 'status': {'replicas': 1, 'updatedReplicas': 1, 'readyReplicas': 1, 'availableReplicas': 1}}""");
    }
}
