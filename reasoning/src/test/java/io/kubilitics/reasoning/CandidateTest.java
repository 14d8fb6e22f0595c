package io.kubilitics.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.health.Symptom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One cause that points at somebody who is unwell for another cause leads to that one. */
class CandidateTest {

    @Test
    void whoWaitsForAFailedJobWaitsForWhateverFailedIt() {
        Shop shop = waiting()
                .logs(Map.of(
                        "till-migrate-x",
                        List.of("2026-11-21T09:04:00Z FATAL: password authentication failed for user \"till\"")));

        assertThat(shop.cause()).isEqualTo("secret-invalid Secret shop/keys");
        Diagnosis only = ((Verdict.Diagnosed) shop.verdict()).causes().getFirst();
        assertThat(only.explains())
                .extracting(Symptom::subject)
                .allMatch(subject -> subject.name().startsWith("till-migrate"));
        assertThat(only.follows())
                .extracting(Symptom::subject)
                .anyMatch(subject -> subject.name().equals("till-web"));
    }

    @Test
    void whereNothingIsKnownOfTheJobTheTrailEndsThere() {
        assertThat(waiting().cause()).isEqualTo("waits-for-failed-job Job shop/till-migrate");
    }

    private static Shop waiting() {
        return new Shop()
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'till-web', 'namespace': 'shop', 'uid': 't', 'creationTimestamp': '2026-11-21T09:00:00Z'},
                         'spec': {'nodeName': 'n1', 'initContainers': [{'name': 'wait', 'image': 'wait:1'}], 'containers': [{'name': 'main', 'image': 'till:1'}]},
                         'status': {'phase': 'Pending', 'initContainerStatuses': [{'name': 'wait', 'state': {'running': {'startedAt': '2026-11-21T09:00:05Z'}}}],
                          'containerStatuses': [{'name': 'main', 'state': {'waiting': {'reason': 'PodInitializing'}}}]}}""")
                .object(Kind.SECRET, """
                        {'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {'name': 'keys', 'namespace': 'shop', 'uid': 'k'}, 'data': {'password': 'eA=='}}""")
                .object(Kind.JOB, """
                        {'apiVersion': 'batch/v1', 'kind': 'Job', 'metadata': {'name': 'till-migrate', 'namespace': 'shop', 'uid': 'j'},
                         'spec': {'backoffLimit': 0, 'template': {'spec': {'containers': [{'name': 'main', 'image': 'till:1', 'envFrom': [{'secretRef': {'name': 'keys'}}]}]}}},
                         'status': {'failed': 1, 'conditions': [{'type': 'Failed', 'status': 'True', 'reason': 'BackoffLimitExceeded',
                          'message': 'Job has reached the specified backoff limit', 'lastTransitionTime': '2026-11-21T09:05:00Z'}]}}""")
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'till-migrate-x', 'namespace': 'shop', 'uid': 'jx', 'creationTimestamp': '2026-11-21T09:03:00Z',
                          'ownerReferences': [{'apiVersion': 'batch/v1', 'kind': 'Job', 'name': 'till-migrate', 'uid': 'j', 'controller': true}]},
                         'spec': {'nodeName': 'n1', 'restartPolicy': 'Never', 'containers': [{'name': 'main', 'image': 'till:1', 'envFrom': [{'secretRef': {'name': 'keys'}}]}]},
                         'status': {'phase': 'Failed', 'containerStatuses': [{'name': 'main',
                          'state': {'terminated': {'exitCode': 1, 'reason': 'Error', 'finishedAt': '2026-11-21T09:04:00Z'}}}]}}""")
                .listed();
    }
}
