package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.Shop;
import io.kubilitics.reasoning.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps a placed pod from starting and staying, each told from what looks like it. */
class StartingCausesTest {

    private static final ResourceRef KEYS = ResourceRef.of(Kind.SECRET, "shop", "keys");
    private static final String NOT_PULLED =
            "'state': {'waiting': {'reason': 'ImagePullBackOff', 'message': 'Back-off'}}";
    private static final String NOT_CREATED =
            "'state': {'waiting': {'reason': 'CreateContainerConfigError', 'message': 'no'}}";
    private static final String CRASHED =
            "'restartCount': 3, 'state': {'waiting': {'reason': 'CrashLoopBackOff'}}, 'lastState': {'terminated': {'exitCode': 1,"
                    + " 'startedAt': '2026-11-21T10:08:00Z', 'finishedAt': '2026-11-21T10:08:20Z'}}";
    private static final String PLAIN = "{'name': 'app', 'image': 'cart:1'}";
    private static final String WITH_KEYS =
            "{'name': 'app', 'image': 'cart:1', 'envFrom': [{'secretRef': {'name': 'keys'}}]}";
    private static final String DENIED = "Failed to pull image: 401 Unauthorized";

    @Test
    void aSecretThatNobodyEverSawIsTheReferrersFault() {
        Diagnosis found = only(cart(WITH_KEYS, NOT_CREATED).listed());

        assertThat(found.cause()).isEqualTo("missing-secret-binding");
        assertThat(found.ruling().object().name()).isEqualTo("cart");
        assertThat(found.ruling().confidence()).isEqualTo(Confidence.PROVEN);
    }

    @Test
    void aSecretThatARunningPodHasReadHasToComeBack() {
        Shop shop = cart(WITH_KEYS, NOT_CREATED)
                .pod(
                        "cart-1-b",
                        1,
                        WITH_KEYS,
                        "'ready': true, 'state': {'running': {'startedAt': '2026-11-21T09:00:00Z'}}")
                .listed();

        assertThat(only(shop).ruling().object()).isEqualTo(KEYS);
    }

    @Test
    void aSecretAsVolumeIsMissedAsWell() {
        Shop shop = new Shop().object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'a', 'namespace': 'shop', 'uid': 'a',
                          'creationTimestamp': '2026-11-21T09:00:00Z'},
                         'spec': {'nodeName': 'n1', 'containers': [{'name': 'app', 'image': 'x'}],
                          'volumes': [{'name': 'v', 'secret': {'secretName': 'keys'}}]},
                         'status': {'phase': 'Pending', 'containerStatuses':
                          [{'name': 'app', 'state': {'waiting': {'reason': 'ContainerCreating'}}}]}}""").listed();

        assertThat(only(shop).cause()).isEqualTo("missing-secret-binding");
        assertThat(shop.object(Kind.SECRET, secret("Opaque")).verdict()).isNotInstanceOf(Verdict.Diagnosed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "kubernetes.io/dockerconfigjson, image-pull-denied",
        "Opaque, missing-image-pull-secret",
    })
    void aDenialMeansWrongCredentialsOnlyWhereThereAreSome(String type, String cause) {
        Diagnosis found = only(denied().object(Kind.SECRET, secret(type)).listed());

        assertThat(found.cause()).isEqualTo(cause);
        assertThat(found.ruling().object()).isEqualTo(KEYS);
    }

    @Test
    void aPullSecretThatDoesNotExistOpensNothing() {
        assertThat(only(denied().listed()).cause()).isEqualTo("missing-image-pull-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "httpGet: 8081 | Get http://10.0.0.1:8081/: dial tcp 10.0.0.1:8081: connect: connection refused | liveness-probe-incorrect-port",
                "grpc: 9000    | timeout: failed to connect service 10.0.0.1:9000 within 1s: context deadline exceeded | liveness-probe-incorrect-port",
                "grpc: 8080    | rpc error: error reading server preface: http2: frame too large | liveness-probe-incorrect-protocol",
                "httpGet: 8080 | HTTP probe failed with statuscode: 404 | liveness-probe-incorrect-path",
                "tcpSocket: 8080 | dial tcp 10.0.0.1:8080: connect: connection refused | liveness-probe-incorrect-timing",
            })
    void anAnswerTellsWhatIsWrongWithAProbe(String probe, String answer, String cause) {
        assertThat(only(killed(probe, "Liveness probe failed: " + answer)).cause())
                .isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "httpGet: 8080, HTTP probe failed with statuscode: 503",
        "httpGet: 8081, HTTP probe failed with statuscode: 500"
    })
    void aContainerThatSaysThatItIsUnwellIsAnsweredNoProbeInVain(String probe, String answer) {
        assertThat(killed(probe, "Liveness probe failed: " + answer).verdict())
                .isNotInstanceOf(Verdict.Diagnosed.class);
    }

    @Test
    void aPortIsOnlyFoughtForWhereTwoWantIt() {
        String log = "bind: address already in use";
        assertThat(only(cart(PLAIN + ", {'name': 'proxy', 'image': 'p'}", CRASHED)
                                .log(log)
                                .listed())
                        .cause())
                .isEqualTo("service-sidecar-port-conflict");
        assertThat(only(cart(PLAIN, CRASHED).log(log).listed()).cause()).isEqualTo("application-crash");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open /data/db: permission denied | volume-mount-permission-denied",
                "open /etc/app.conf: permission denied | application-crash",
                "mkdir /tmp/x: read-only file system | read-only-file-system",
                "fatal: invalid value for LEVEL | config-value-invalid",
                "KeyError: LEVEL | config-value-missing",
                "x509: certificate has expired or is not yet valid | certificate-expired",
                "error: something else | application-crash",
            })
    void lastWordsAreComparedWithTheSpecification(String words, String cause) {
        String container =
                "{'name': 'app', 'image': 'cart:1', 'securityContext': {'readOnlyRootFilesystem': true}, 'volumeMounts': [{'name': 'd', 'mountPath': '/data'}]}";

        assertThat(only(cart(container, CRASHED).log(words).listed()).cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exec: sh2: executable file not found in $PATH | command-not-found",
                "container has runAsNonRoot and image will run as root | run-as-non-root-refused",
                "failed to prepare subPath for volumeMount | volume-path-invalid",
                "exec format error | image-built-for-other-platform",
            })
    void theNodeSaysWhyItDoesNotStartAContainer(String says, String cause) {
        Shop shop = cart(
                        PLAIN, "'state': {'waiting': {'reason': 'RunContainerError', 'message': '%s'}}".formatted(says))
                .listed();

        assertThat(only(shop).cause()).isEqualTo(cause);
    }

    @Test
    void whatARolloutBroughtIsBlamedOnlyWhenThereWasOne() {
        Shop rolledOut = new Shop()
                .revision(1, "10:00:00", PLAIN)
                .revision(2, "10:05:00", "{'name': 'app', 'image': 'cart:2'}")
                .pod("cart-2-a", 2, "{'name': 'app', 'image': 'cart:2'}", CRASHED)
                .log("fatal: no store")
                .listed();

        assertThat(only(rolledOut).cause()).isEqualTo("recent-change-regression");
        assertThat(only(rolledOut).ruling().remedy()).isPresent();
        assertThat(only(cart(PLAIN, CRASHED).log("fatal: no store").listed()).cause())
                .isEqualTo("application-crash");
    }

    @Test
    void thatSomethingChangedBeforeASilentCrashDecidesNothingAlone() {
        Shop silent = new Shop()
                .revision(1, "10:00:00", PLAIN)
                .revision(2, "10:05:00", "{'name': 'app', 'image': 'cart:2'}")
                .pod("cart-2-a", 2, "{'name': 'app', 'image': 'cart:2'}", CRASHED)
                .listed();

        assertThat(silent.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void aSetupThatIsKilledForWantOfMemoryIsToldFromOneThatFailsElse() {
        String limited = "{'name': 'app', 'image': 'cart:1', 'resources': {'limits': {'memory': '4Mi'}}}";
        String refused = "'state': {'waiting': {'reason': 'RunContainerError', 'message': '%s'}}";

        assertThat(only(cart(limited, refused.formatted("container init was OOM-killed"))
                                .listed())
                        .cause())
                .isEqualTo("oom-killed");
        assertThat(cart(limited, refused.formatted("something else")).listed().verdict())
                .isNotInstanceOf(Verdict.Diagnosed.class);
        assertThat(cart(PLAIN, refused.formatted("container init was OOM-killed"))
                        .listed()
                        .verdict())
                .isNotInstanceOf(Verdict.Diagnosed.class);
    }

    private static Shop cart(String containers, String status) {
        return new Shop().revision(1, "08:00:00", containers).pod("cart-1-a", 1, containers, status);
    }

    private static Shop denied() {
        return new Shop().object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'a', 'namespace': 'shop', 'uid': 'a'},
                         'spec': {'nodeName': 'n1', 'imagePullSecrets': [{'name': 'keys'}], 'containers': [%s]},
                         'status': {'phase': 'Pending', 'containerStatuses': [{'name': 'app', %s}]}}""".formatted(PLAIN, NOT_PULLED)).event("a", DENIED);
    }

    private static String secret(String type) {
        return "{'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {'name': 'keys', 'namespace': 'shop'}, 'type': '%s', 'data': {}}"
                .formatted(type);
    }

    /** Killed again and again, soon after its start, while its readiness probe at port 8080 is answered. */
    private static Shop killed(String probe, String said) {
        String[] parts = probe.split(": ", 2);
        String container = """
                {'name': 'app', 'image': 'cart:1', 'ports': [{'containerPort': 8080}],
                 'livenessProbe': {'%s': {'port': %s}, 'periodSeconds': 1, 'failureThreshold': 1},
                 'readinessProbe': {'httpGet': {'path': '/', 'port': 8080}}}""".formatted(parts[0], parts[1].strip());
        return cart(container, """
                        'ready': true, 'restartCount': 3, 'state': {'running': {'startedAt': '2026-11-21T10:09:00Z'}},
                        'lastState': {'terminated': {'exitCode': 137, 'reason': 'Error', 'startedAt': '2026-11-21T10:08:00Z',
                          'finishedAt': '2026-11-21T10:08:04Z'}}""").event("cart-1-a", said).listed();
    }

    private static Diagnosis only(Shop shop) {
        List<Diagnosis> causes = ((Verdict.Diagnosed) shop.verdict()).causes();
        assertThat(causes).hasSize(1);
        return causes.getFirst();
    }
}
