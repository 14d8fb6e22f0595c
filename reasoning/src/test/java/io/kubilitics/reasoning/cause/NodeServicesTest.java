package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.Town;
import io.kubilitics.reasoning.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeServicesTest {

    private static Town town() {
        return new Town("north", "south").app("baker", "north").app("mill", "south");
    }

    @ParameterizedTest
    @CsvSource({
        "kubelet, inactive (dead), kubelet-unavailable",
        "kubelet.service, failed (Result: exit-code), kubelet-unavailable",
        "containerd, activating (auto-restart) (Result: signal), containerd-unavailable",
        "crio, inactive (dead), containerd-unavailable",
        "kube-proxy, failed, kube-proxy-unavailable",
        "kube-scheduler, inactive (dead), kube-scheduler-unavailable"
    })
    void aServiceThatDoesNotRunIsFound(String service, String active, String cause) {
        Diagnosis found = town().service("north", service, active)
                .service("south", "kubelet", "active (running)")
                .only();

        assertThat(found.cause()).isEqualTo(cause);
        assertThat(found.ruling().object()).isEqualTo(Town.node("north"));
        assertThat(found.ruling().confidence()).isEqualTo(Confidence.PROVEN);
    }

    @Test
    void servicesThatRunOrAreReplacedAreNoFault() {
        Town town = town().service("north", "kubelet", "active (running)")
                .service("north", "docker", "inactive (dead)")
                .service("north", "containerd", "active (running)")
                .service("north", "kube-scheduler", "inactive (dead)")
                .service("south", "kube-scheduler", "active (running)");

        assertThat(town.verdict()).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void aNodeThatReachesNoServiceHasNoProxy() {
        Town town = town().service("north", "kube-proxy", "inactive (dead)")
                .service("south", "kube-proxy", "active (running)")
                .tried("baker", "north=failed", "south=succeeded")
                .tried("mill", "north=failed", "south=succeeded");

        assertThat(town.only().cause()).isEqualTo("kube-proxy-unavailable");
    }

    @Test
    void aNodeThatReachesNoServiceThoughItsProxyRunsStaysOpen() {
        Town town = town().service("north", "kube-proxy", "active (running)")
                .tried("baker", "north=failed", "south=succeeded")
                .tried("mill", "north=failed", "south=succeeded");

        assertThat(town.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void oneServiceThatAnswersNobodyIsNotTheNodesFault() {
        Town town = town().tried("baker", "north=failed", "south=failed")
                .tried("mill", "north=succeeded", "south=succeeded");

        assertThat(town.verdict()).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void aPodThatNobodyLookedAtWaitsForTheScheduler() {
        Town town = town().object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'late', 'namespace': 'town', 'uid': 'p-late',
                          'creationTimestamp': '2026-11-21T10:09:00Z'},
                         'spec': {'containers': [{'name': 'main', 'image': 'i:1'}]}, 'status': {'phase': 'Pending'}}""")
                .node("head", "True", "KubeletReady", "fine")
                .service("head", "kube-scheduler", "inactive (dead)");

        assertThat(town.only().cause()).isEqualTo("kube-scheduler-unavailable");
        assertThat(town.only().ruling().object()).isEqualTo(Town.node("head"));
    }

    @Test
    void theKubeletItselfTellsThatItsRuntimeIsAway() {
        Town town =
                town().node("north", "False", "KubeletNotReady", "[container runtime is down, PLEG is not healthy]");

        assertThat(town.only().cause()).isEqualTo("containerd-unavailable");
    }
}
