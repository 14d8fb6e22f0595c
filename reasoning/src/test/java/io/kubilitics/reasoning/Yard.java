package io.kubilitics.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.cause.Claim;
import java.util.List;
import java.util.Map;

/** A cluster in which something cannot be made, placed or stored. Single quotes stand for double ones. */
public final class Yard {

    private final Shop shop = new Shop();

    public Yard object(Kind kind, String json) {
        shop.object(kind, json);
        return this;
    }

    /** A ready node with 4 cpus and 8Gi. */
    public Yard node(String name, String labels, String spec) {
        return node(name, labels, spec, "'type': 'Ready', 'status': 'True'");
    }

    public Yard node(String name, String labels, String spec, String condition) {
        return object(Kind.NODE, """
                {'apiVersion': 'v1', 'kind': 'Node', 'metadata': {'name': '%s', 'uid': 'n-%s', 'labels': {%s}}, 'spec': {%s},
                 'status': {'allocatable': {'cpu': '4', 'memory': '8Gi', 'pods': '20'}, 'conditions': [{%s}]}}""".formatted(name, name, labels, spec, condition));
    }

    /** A pod of workload press that waits for a node, of which the scheduler says something, or nothing. */
    public Yard waiting(String spec, String said) {
        String condition = said.isEmpty()
                ? ""
                : "{'type': 'PodScheduled', 'status': 'False', 'reason': 'Unschedulable', 'message': '%s'}"
                        .formatted(said);
        return object(Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'press-1-a', 'namespace': 'shop', 'uid': 'p', 'labels': {'app': 'press'},
                  'creationTimestamp': '2026-11-21T10:05:00Z',
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'StatefulSet', 'name': 'press', 'uid': 's'}]},
                 'spec': {%s}, 'status': {'phase': 'Pending', 'conditions': [%s]}}""".formatted(spec, condition));
    }

    /** A pod that runs on a node already. */
    public Yard running(String name, String node, String labels, String more) {
        return object(Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': '%s', 'namespace': 'shop', 'uid': 'p-%s', 'labels': {%s}},
                 'spec': {'nodeName': '%s', %s}, 'status': {'phase': 'Running',
                  'conditions': [{'type': 'Ready', 'status': 'True'}]}}""".formatted(name, name, labels, node, more));
    }

    public static String container(String requests) {
        return "'containers': [{'name': 'main', 'image': 'press:1', 'resources': {'requests': {%s}}}]"
                .formatted(requests);
    }

    /** A Deployment of one replica whose pods the API server refuses. */
    public Yard refused(String podSpec, String said) {
        return object(Kind.DEPLOYMENT, """
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'mill', 'namespace': 'shop', 'uid': 'm'},
                 'spec': {'replicas': 1, 'template': {'spec': {%s}}},
                 'status': {'conditions': [{'type': 'ReplicaFailure', 'status': 'True', 'reason': 'FailedCreate', 'message': '%s',
                   'lastTransitionTime': '2026-11-21T10:05:00Z'}]}}""".formatted(podSpec, said));
    }

    public List<Diagnosis> causes() {
        assertThat(verdict()).isInstanceOf(Verdict.Diagnosed.class);
        return ((Verdict.Diagnosed) verdict()).causes();
    }

    /** The only cause, as id and object. */
    public String cause() {
        List<Diagnosis> causes = causes();
        assertThat(causes).hasSize(1);
        assertThat(causes.getFirst().ruling().claims())
                .isNotEmpty()
                .anyMatch(claim -> !claim.says().isEmpty());
        return "%s %s"
                .formatted(causes.getFirst().cause(), causes.getFirst().ruling().object());
    }

    /** Logs by the name of the pod. */
    public Yard logs(Map<String, List<String>> byPod) {
        shop.logs(byPod);
        return this;
    }

    public Yard gone(ResourceRef ref, String at) {
        shop.gone(ref, at);
        return this;
    }

    public List<Claim> claims() {
        return causes().getFirst().ruling().claims();
    }

    public Verdict verdict() {
        return shop.verdict();
    }

    /** Everything can be seen, unless left out. */
    public Yard listed(Kind... but) {
        shop.listed(but);
        return this;
    }
}
