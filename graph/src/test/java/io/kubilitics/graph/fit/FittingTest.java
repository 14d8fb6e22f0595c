package io.kubilitics.graph.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.World;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A newcomer is tried on two nodes, a in zone x and b in zone y; the first is free but for one thing. */
class FittingTest {

    private static final ResourceRef NEW = ResourceRef.of(Kind.POD, "shop", "new");

    private World world = World.empty();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'nodeSelector': {'zone': 'y'}|NODE_SELECTOR",
                "'affinity': {'nodeAffinity': {'requiredDuringSchedulingIgnoredDuringExecution': {'nodeSelectorTerms': [{'matchExpressions': [{'key': 'zone', 'operator': 'NotIn', 'values': ['x']}]}]}}}|NODE_AFFINITY",
                "'containers': [{'name': 'c', 'resources': {'requests': {'cpu': '2'}}}]|CPU",
                "'containers': [{'name': 'c', 'resources': {'limits': {'memory': '2Gi'}}}]|MEMORY",
                "'initContainers': [{'name': 'i', 'resources': {'requests': {'cpu': '2'}}}], 'containers': [{'name': 'c'}]|CPU",
                "'containers': [{'name': 'c', 'ports': [{'containerPort': 80, 'hostPort': 9000}]}]|HOST_PORT",
                "'affinity': {'podAntiAffinity': {'requiredDuringSchedulingIgnoredDuringExecution': [{'labelSelector': {'matchLabels': {'app': 'old'}}, 'topologyKey': 'zone'}]}}|ANTI_AFFINITY",
                "'topologySpreadConstraints': [{'maxSkew': 1, 'topologyKey': 'zone', 'whenUnsatisfiable': 'DoNotSchedule', 'labelSelector': {'matchLabels': {'kind': 'pod'}}}]|SPREAD"
            })
    void whatThePodAsksForIsHeldAgainstTheNode(String spec, Obstacle obstacle) {
        town("").newcomer(spec);

        assertThat(obstacles()).isEqualTo(Map.of("a", Set.of(obstacle), "b", Set.of()));
    }

    @Test
    void whoSeeksOthersFitsOnlyWhereTheyAre() {
        town("").newcomer("'affinity': {'podAffinity': {'requiredDuringSchedulingIgnoredDuringExecution':"
                + " [{'labelSelector': {'matchLabels': {'app': 'old'}}, 'topologyKey': 'kubernetes.io/hostname'}]}}");

        assertThat(obstacles()).isEqualTo(Map.of("a", Set.of(), "b", Set.of(Obstacle.POD_AFFINITY)));
    }

    @ParameterizedTest
    @CsvSource({
        "node.kubernetes.io/unschedulable, CORDONED",
        "node.kubernetes.io/unreachable, NODE_UNWELL",
        "node.kubernetes.io/disk-pressure, NODE_UNWELL",
        "example.org/team, TAINTED"
    })
    void aTaintKeepsAwayWhoeverDoesNotTolerateIt(String key, Obstacle obstacle) {
        town("'taints': [{'key': '%s', 'effect': 'NoSchedule'}]".formatted(key)).newcomer("'tolerations': []");
        assertThat(obstacles()).containsEntry("a", Set.of(obstacle));

        newcomer("'tolerations': [{'key': '%s', 'operator': 'Exists'}]".formatted(key));
        assertThat(obstacles()).containsEntry("a", Set.of());
    }

    @Test
    void aVolumeKeepsItsPodWhereItCanBeReached() {
        town("").newcomer("'volumes': [{'name': 'v', 'persistentVolumeClaim': {'claimName': 'data'}}]")
                .see(Kind.CLAIM, """
                        {'apiVersion': 'v1', 'kind': 'PersistentVolumeClaim', 'metadata': {'name': 'data', 'namespace': 'shop'},
                         'spec': {'volumeName': 'disk'}, 'status': {'phase': 'Bound'}}""")
                .see(Kind.VOLUME, """
                        {'apiVersion': 'v1', 'kind': 'PersistentVolume', 'metadata': {'name': 'disk'}, 'spec': {'nodeAffinity': {'required':
                         {'nodeSelectorTerms': [{'matchExpressions': [{'key': 'zone', 'operator': 'In', 'values': ['y']}]}]}}}}""");

        assertThat(obstacles()).isEqualTo(Map.of("a", Set.of(Obstacle.VOLUME_ELSEWHERE), "b", Set.of()));
    }

    @Test
    void onlyNodesThatRunTheClusterAndRefuseOthersAreReserved() {
        town("'taints': [{'key': 'node-role.kubernetes.io/control-plane', 'effect': 'NoSchedule'}]")
                .newcomer("'containers': []");

        assertThat(new Fitting(world).of(NEW)).extracting(NodeFit::reserved).containsExactly(true, false);
    }

    @Test
    void ofAPodThatIsNotThereNothingIsTold() {
        assertThat(new Fitting(world).of(NEW)).isEmpty();
    }

    private Map<String, Set<Obstacle>> obstacles() {
        return new Fitting(world)
                .of(NEW).stream().collect(Collectors.toMap(fit -> fit.node().name(), NodeFit::obstacles));
    }

    /** On a, a pod has half of the cpu and memory and a port of the node already. */
    private FittingTest town(String spec) {
        return node("a", "x", spec).node("b", "y", "").see(Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'old', 'namespace': 'shop', 'labels': {'app': 'old', 'kind': 'pod'}},
                 'spec': {'nodeName': 'a', 'containers': [{'name': 'c', 'ports': [{'containerPort': 80, 'hostPort': 9000}],
                  'resources': {'requests': {'cpu': '1', 'memory': '1Gi'}}}]}, 'status': {'phase': 'Running'}}""");
    }

    private FittingTest node(String name, String zone, String spec) {
        return see(Kind.NODE, """
                {'apiVersion': 'v1', 'kind': 'Node', 'metadata': {'name': '%s', 'labels': {'zone': '%s'}}, 'spec': {%s},
                 'status': {'allocatable': {'cpu': '2', 'memory': '2Gi', 'pods': '10'}}}""".formatted(name, zone, spec));
    }

    private FittingTest newcomer(String spec) {
        return see(Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'new', 'namespace': 'shop', 'labels': {'kind': 'pod'}},
                 'spec': {%s}, 'status': {'phase': 'Pending'}}""".formatted(spec));
    }

    private FittingTest see(Kind kind, String json) {
        try {
            world = world.applyAll(Observers.observe(kind, json.replace('\'', '"')));
            return this;
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }
}
