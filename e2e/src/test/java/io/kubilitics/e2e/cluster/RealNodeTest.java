package io.kubilitics.e2e.cluster;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.HTTPGetActionBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Faults that only real containers have. */
@OnCluster(realNode = true)
class RealNodeTest {

    @Test
    void aContainerOverItsMemoryLimitIsOomKilledAndItsLogCanBeRead(KubernetesClient client, TestNamespace namespace) {
        Pod hungry = pod("eat", "-mib", "64")
                .editSpec()
                .editFirstContainer()
                .withNewResources()
                .addToLimits("memory", new Quantity("16Mi"))
                .endResources()
                .endContainer()
                .endSpec()
                .build();
        PodResource pod = run(client, namespace, hungry);

        eventually(() -> {
            var terminated = status(pod).getLastState().getTerminated();
            assertThat(terminated.getReason()).isEqualTo("OOMKilled");
            assertThat(terminated.getExitCode()).isEqualTo(137);
        });
        assertThat(pod.getLog()).contains("allocating 64 MiB");
    }

    @Test
    void aCrashingContainerBacksOffAndItsLastWordsCanBeRead(KubernetesClient client, TestNamespace namespace) {
        PodResource pod = run(
                client,
                namespace,
                pod("crash", "-after", "1s", "-say", "fatal: no store").build());

        eventually(() -> {
            assertThat(status(pod).getRestartCount()).isGreaterThanOrEqualTo(2);
            assertThat(status(pod).getState().getWaiting().getReason()).isEqualTo("CrashLoopBackOff");
        });
        eventually(() -> assertThat(pod.terminated().getLog()).contains("fatal: no store"));
        assertThat(status(pod).getLastState().getTerminated().getExitCode()).isEqualTo(3);
    }

    @Test
    void aFailingReadinessProbeKeepsThePodOutAndIsTold(KubernetesClient client, TestNamespace namespace) {
        Pod broken = pod("serve", "-broken")
                .editSpec()
                .editFirstContainer()
                .withReadinessProbe(new ProbeBuilder()
                        .withPeriodSeconds(1)
                        .withHttpGet(new HTTPGetActionBuilder()
                                .withPath("/healthz")
                                .withPort(new IntOrString(8080))
                                .build())
                        .build())
                .endContainer()
                .endSpec()
                .build();
        PodResource pod = run(client, namespace, broken);

        eventually(() -> assertThat(client.v1()
                        .events()
                        .inNamespace(namespace.name())
                        .list()
                        .getItems())
                .anySatisfy(event -> {
                    assertThat(event.getReason()).isEqualTo("Unhealthy");
                    assertThat(event.getMessage()).contains("503");
                }));
        assertThat(status(pod).getState().getRunning()).isNotNull();
        assertThat(status(pod).getReady()).isFalse();
    }

    @Test
    void aCommandCanBeRunInAContainer(KubernetesClient client, TestNamespace namespace) throws Exception {
        PodResource pod = run(client, namespace, pod("serve").build());
        pod.waitUntilReady(30, TimeUnit.SECONDS);
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        try (ExecWatch exec = pod.writingOutput(said).exec("/bin/workload", "say", "here")) {
            assertThat(exec.exitCode().get(30, TimeUnit.SECONDS)).isZero();
        }

        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("here\n");
    }

    private static PodBuilder pod(String... behaviour) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("app")
                .endMetadata()
                .withNewSpec()
                .withTerminationGracePeriodSeconds(1L)
                .addNewContainer()
                .withName("app")
                .withImage("kubilitics.test/workload:1")
                .withCommand("/bin/workload")
                .withArgs(behaviour)
                .endContainer()
                .endSpec();
    }

    private static PodResource run(KubernetesClient client, TestNamespace namespace, Pod pod) {
        client.resource(pod).inNamespace(namespace.name()).create();
        return client.pods().inNamespace(namespace.name()).withName("app");
    }

    private static ContainerStatus status(PodResource pod) {
        return pod.get().getStatus().getContainerStatuses().getFirst();
    }
}
