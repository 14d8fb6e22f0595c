package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.Shop;
import io.kubilitics.reasoning.Yard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is unwell at the end of a chain, and what is at fault at its beginning: nodes, budgets, webhooks, whoever serves the cluster. */
class UpstreamCausesTest {

    private static final String POD = Yard.container("'cpu': '1'");
    private static final String PRESSED =
            "'type': 'PIDPressure', 'status': 'True', 'lastTransitionTime': '2026-11-21T10:05:00Z'";
    private static final String DEAD = "'type': 'Ready', 'status': 'False', 'message': 'container runtime is down',"
            + " 'lastTransitionTime': '2026-11-21T10:05:00Z'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pressed | a,b   | node-pressure DaemonSet shop/tuner",
                "dead    | a,b   | containerd-unavailable DaemonSet shop/tuner",
            })
    void nodesThatFailAlikeFailBecauseOfWhatRunsOnAllOfThemAndWasChanged(String how, String on, String cause) {
        assertThat(tuned(how.equals("dead") ? DEAD : PRESSED, on).cause()).isEqualTo(cause);
    }

    @Test
    void whatRunsOnANodeThatWorksAsWellIsNotToBlame() {
        assertThat(tuned(PRESSED, "a,b,c").causes())
                .extracting(cause -> cause.ruling().object().toString())
                .containsExactlyInAnyOrder("Node a", "Node b");
    }

    /** A DaemonSet was changed at ten; nodes a and b have failed since. */
    private static Yard tuned(String condition, String on) {
        Yard yard = new Yard()
                .node("a", "", "", condition)
                .node("b", "", "", condition)
                .node("c", "", "")
                .object(Kind.DAEMON_SET, tuner("09:00:00", "8"))
                .object(Kind.DAEMON_SET, tuner("10:00:00", "800"));
        for (String node : on.split(",", -1)) {
            yard.object(Kind.POD, """
                    {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'tuner-%s', 'namespace': 'shop', 'uid': 't%s',
                      'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'DaemonSet', 'name': 'tuner', 'uid': 'ts', 'controller': true}]},
                     'spec': {'nodeName': '%s', %s}, 'status': {'phase': 'Running', 'conditions': [{'type': 'Ready', 'status': 'True'}]}}""".formatted(node, node, node, POD));
        }
        return yard.listed();
    }

    private static String tuner(String at, String workers) {
        return """
                {'apiVersion': 'apps/v1', 'kind': 'DaemonSet', 'metadata': {'name': 'tuner', 'namespace': 'shop', 'uid': 'ts', %s},
                 'spec': {'template': {'spec': {'containers': [{'name': 'main', 'image': 'tuner:1', 'env': [{'name': 'WORKERS', 'value': '%s'}]}]}}}}""".formatted(Shop.written(at), workers);
    }

    @Test
    void aDrainThatWaitsForPodsWaitsForWhatIsWrongWithThem() {
        Yard yard = new Yard()
                .node(
                        "a",
                        "",
                        "'unschedulable': true, 'taints': [{'key': 'node.kubernetes.io/unschedulable', 'effect': 'NoSchedule',"
                                + " 'timeAdded': '2026-11-21T09:30:00Z'}]")
                .node("b", "", "")
                .object(Kind.POD, guarded("one", "a", "Running", "'ready': true, 'state': {'running': {}}"))
                .object(
                        Kind.POD,
                        guarded(
                                "two",
                                "b",
                                "Pending",
                                "'state': {'waiting': {'reason': 'ErrImagePull', 'message': 'manifest unknown'}}"))
                .object(Kind.DISRUPTION_BUDGET, """
                        {'apiVersion': 'policy/v1', 'kind': 'PodDisruptionBudget', 'metadata': {'name': 'guard', 'namespace': 'shop'},
                         'spec': {'minAvailable': 1, 'selector': {'matchLabels': {'app': 'guarded'}}},
                         'status': {'disruptionsAllowed': 0, 'currentHealthy': 1, 'desiredHealthy': 1, 'expectedPods': 2}}""")
                .listed();

        assertThat(yard.cause()).isEqualTo("incorrect-image-reference Pod shop/two");
        assertThat(yard.causes().getFirst().follows())
                .anyMatch(symptom -> symptom.subject().equals(ResourceRef.clusterWide(Kind.NODE, "a")));
    }

    private static String guarded(String name, String node, String phase, String state) {
        return """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': '%s', 'namespace': 'shop', 'uid': '%s', 'labels': {'app': 'guarded'}},
                 'spec': {'nodeName': '%s', %s}, 'status': {'phase': '%s', 'containerStatuses': [{'name': 'main', %s}],
                   'conditions': [{'type': 'Ready', 'status': '%s'}]}}""".formatted(name, name, node, POD, phase, state, phase.equals("Running") ? "True" : "False");
    }

    @ParameterizedTest
    @CsvSource({
        "mill, webhook-unavailable Service shop/guard",
        "guard, webhook-unavailable ValidatingWebhookConfiguration guards"
    })
    void aWebhookThatItsOwnPodsHaveToPassIsAtFaultItself(String labelled, String cause) {
        Yard yard = new Yard()
                .refused(
                        POD,
                        "Internal error occurred: failed calling webhook \\\"guard.acme.io\\\": no endpoints available for service")
                .object(Kind.SERVICE, """
                        {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'guard', 'namespace': 'shop'},
                         'spec': {'selector': {'app': '%s'}, 'ports': [{'port': 443}]}}""".formatted(labelled.equals("guard") ? "mill" : "other"))
                .object(Kind.DEPLOYMENT, """
                        {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'mill', 'namespace': 'shop', 'uid': 'm'},
                         'spec': {'replicas': 1, 'template': {'metadata': {'labels': {'app': 'mill'}}, 'spec': {%s}}},
                         'status': {'conditions': [{'type': 'ReplicaFailure', 'status': 'True', 'reason': 'FailedCreate',
                           'message': 'Internal error occurred: failed calling webhook \\"guard.acme.io\\": no endpoints available for service',
                           'lastTransitionTime': '2026-11-21T10:05:00Z'}]}}""".formatted(POD))
                .object(Kind.VALIDATING_WEBHOOKS, """
                        {'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': 'ValidatingWebhookConfiguration', 'metadata': {'name': 'guards'},
                         'webhooks': [{'name': 'guard.acme.io', 'failurePolicy': 'Fail', 'clientConfig': {'service': {'name': 'guard', 'namespace': 'shop'}}}]}""")
                .listed();

        assertThat(yard.causes())
                .extracting(
                        each -> "%s %s".formatted(each.cause(), each.ruling().object()))
                .contains(cause);
    }

    @ParameterizedTest
    @CsvSource({"true, conversion-webhook-unavailable Service tools/turn", "false, finalizer-stuck Namespace shop"})
    void aNamespaceStaysWhenNobodyConvertsWhatIsLeftInIt(boolean converts, String cause) {
        Yard yard = new Yard()
                .object(Kind.NAMESPACE, """
                        {'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'shop', 'deletionTimestamp': '2026-11-21T09:00:00Z'},
                         'spec': {'finalizers': ['kubernetes']}, 'status': {'phase': 'Terminating', 'conditions': [
                           {'type': 'NamespaceDeletionContentFailure', 'status': 'True', 'reason': 'ContentDeletionFailed',
                            'message': 'Failed to delete all resource types, 1 remaining: conversion webhook for acme.io/v1, Kind=Mill failed: Post: not found'}]}}""")
                .object(Kind.CUSTOM_RESOURCE, """
                        {'apiVersion': 'apiextensions.k8s.io/v1', 'kind': 'CustomResourceDefinition', 'metadata': {'name': 'mills.acme.io'},
                         'spec': {'group': 'acme.io', 'scope': 'Namespaced', 'names': {'kind': 'Mill', 'plural': 'mills'}, 'versions': [{'name': 'v1', 'served': true, 'storage': true}]%s},
                         'status': {'conditions': [{'type': 'Established', 'status': 'True'}]}}""".formatted(
                                converts
                                        ? ", 'conversion': {'strategy': 'Webhook', 'webhook': {'clientConfig': {'service': {'name': 'turn', 'namespace': 'tools'}}}}"
                                        : ""))
                .object(Kind.SERVICE, """
                        {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'turn', 'namespace': 'tools', 'uid': 't'}, 'spec': {'ports': [{'port': 443}]}}""")
                .gone(ResourceRef.of(Kind.SERVICE, "tools", "turn"), "08:00:00")
                .listed();

        assertThat(yard.cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.io/not-fitted, startup-taint-not-lifted Deployment tools/fitter",
        "acme.io/other, taint-toleration-mismatch StatefulSet shop/press"
    })
    void aNodeStaysClosedWhenWhoeverShouldFitItOutIsUnwell(String key, String cause) {
        Yard yard = new Yard()
                .node("a", "", "'taints': [{'key': 'acme.io/not-fitted', 'effect': 'NoSchedule'}]")
                .object(Kind.DEPLOYMENT, """
                        {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'fitter', 'namespace': 'tools', 'uid': 'f'},
                         'spec': {'replicas': 1, 'template': {'spec': {'tolerations': [{'key': '%s', 'operator': 'Exists'}], %s}}},
                         'status': {'replicas': 1, 'unavailableReplicas': 1, 'conditions': [{'type': 'Available', 'status': 'False', 'lastTransitionTime': '2026-11-21T09:00:00Z'}]}}""".formatted(key, POD))
                .waiting(POD, "0/1 nodes are available: 1 node(s) had untolerated taint {acme.io/not-fitted: }.")
                .listed();

        assertThat(yard.causes())
                .extracting(
                        each -> "%s %s".formatted(each.cause(), each.ruling().object()))
                .contains(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x509: certificate has expired or is not yet valid | control-plane-certificate-expired Pod kube-system/kube-scheduler-a",
                "I am fine | kube-scheduler-unavailable Node a",
            })
    void aSchedulerWithAnOldCertificateSchedulesNothing(String says, String cause) {
        Yard yard = new Yard()
                .node("a", "'node-role.kubernetes.io/control-plane': ''", "")
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'kube-scheduler-a', 'namespace': 'kube-system', 'uid': 'ks'},
                         'spec': {'nodeName': 'a', 'containers': [{'name': 'kube-scheduler', 'image': 'kube-scheduler:1'}]},
                         'status': {'phase': 'Running', 'conditions': [{'type': 'Ready', 'status': 'True'}]}}""")
                .waiting(POD, "")
                .logs(Map.of(
                        "kube-scheduler-a", List.of("2026-11-21T10:05:00Z E1121 authentication.go:73 err: " + says)))
                .listed();

        assertThat(yard.cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"10:00:00, network-plugin-settings IPPool pool", "'', none"})
    void aNetworkPluginWithoutAddressesIsAskedForItsSettings(String changed, String cause) {
        Yard yard = new Yard()
                .node("a", "", "")
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'one', 'namespace': 'shop', 'uid': 'one', 'creationTimestamp': '2026-11-21T10:01:00Z'},
                         'spec': {'nodeName': 'a', %s}, 'status': {'phase': 'Pending', 'containerStatuses': [{'name': 'main', 'state': {'waiting': {'reason': 'ContainerCreating'}}}]}}""".formatted(POD))
                .object(Kind.EVENT, """
                        {'apiVersion': 'v1', 'kind': 'Event', 'metadata': {'name': 'e', 'namespace': 'shop', 'uid': 'e'}, 'type': 'Warning', 'reason': 'FailedCreatePodSandBox',
                         'message': 'Failed to create pod sandbox: plugin type=\\"calico\\" failed (add): no configured Calico pools for node a',
                         'involvedObject': {'apiVersion': 'v1', 'kind': 'Pod', 'namespace': 'shop', 'name': 'one', 'uid': 'one'},
                         'firstTimestamp': '2026-11-21T10:02:00Z', 'lastTimestamp': '2026-11-21T10:09:30Z', 'count': 9}""");
        Kind pool = new Kind("crd.projectcalico.org", "IPPool");
        yard.object(pool, pool("09:00:00", "all()"));
        if (!changed.isEmpty()) {
            yard.object(pool, pool(changed, "rack == 1"));
        }
        assertThat(yard.listed().verdict().toString().contains(cause.replace(" IPPool pool", "")))
                .isEqualTo(!cause.equals("none"));
    }

    private static String pool(String at, String nodes) {
        return """
                {'apiVersion': 'crd.projectcalico.org/v1', 'kind': 'IPPool', 'metadata': {'name': 'pool', 'uid': 'pool', %s}, 'spec': {'nodeSelector': '%s'}}""".formatted(Shop.written(at), nodes);
    }
}
