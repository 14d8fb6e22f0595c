package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.reasoning.Shop;
import io.kubilitics.reasoning.Street;
import io.kubilitics.reasoning.Yard;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program lacks what it counts on: space, settings that are right, the work of others, nodes and their devices. */
class SupplyCausesTest {

    private static final String OWN = "ERROR order 17 was not booked: unexpected state";
    private static final String FULL = "ERROR write /data/wal/17: no space left on device";

    @Test
    void aVolumeIsFullWhereTheProgramKeepsItsFilesOnOne() {
        Street street =
                keeping("'persistentVolumeClaim': {'claimName': 'stock-data'}").saying("stock", FULL);
        assertThat(street.cause()).isEqualTo("volume-full PersistentVolumeClaim shop/stock-data");

        assertThat(keeping("'emptyDir': {}").saying("stock", FULL).cause()).isEqualTo("none");
    }

    @Test
    void whoCallsAStoreInVainLearnsOfItsFullVolumeFromTheStore() {
        String keeps = "'ports': [{'containerPort': 5432}], 'volumeMounts': [{'name': 'd', 'mountPath': '/data'}]";
        String data = "'volumes': [{'name': 'd', 'persistentVolumeClaim': {'claimName': 'stock-data'}}]";
        String away = "ERROR dial tcp 10.96.7.7:80: connect: connection refused";
        String port = "{'port': 80, 'targetPort': 5432}";
        Street street = new Street()
                .workload("stock", keeps, data)
                .service("{'app': 'stock'}", port)
                .said("stock", FULL)
                .calling(away);
        assertThat(street.cause()).contains("volume-full PersistentVolumeClaim shop/stock-data");

        Street other = new Street()
                .workload("stock", keeps, data)
                .service("{'app': 'stock'}", port)
                .calling(away);
        assertThat(other.cause()).doesNotContain("volume-full");
    }

    @ParameterizedTest
    @CsvSource({"/data/wal/17, stock-data", "/data/archive/3, stock-archive"})
    void ofSeveralVolumesTheOneIsFullWhosePathIsNamed(String path, String claim) {
        Street street = new Street()
                .workload(
                        "stock",
                        "'volumeMounts': [{'name': 'd', 'mountPath': '/data'}, {'name': 'a', 'mountPath': '/data/archive'}]",
                        "'volumes': [{'name': 'd', 'persistentVolumeClaim': {'claimName': 'stock-data'}},"
                                + " {'name': 'a', 'persistentVolumeClaim': {'claimName': 'stock-archive'}}]")
                .saying("stock", "ERROR OSError: [Errno 28] No space left on device: '%s'".formatted(path));

        assertThat(street.cause()).isEqualTo("volume-full PersistentVolumeClaim shop/" + claim);
    }

    @ParameterizedTest
    @CsvSource({"ConfigMap, configMapRef, config-change-regression", "Secret, secretRef, secret-change-regression"})
    void errorsThatBeginWithAChangeOfTheSettingsAreTheirFault(String kind, String reference, String cause) {
        assertThat(reading(kind, reference, "10:00:00").cause()).isEqualTo("%s %s shop/conf".formatted(cause, kind));
        assertThat(reading(kind, reference, "10:09:40").cause())
                .as("changed later")
                .isEqualTo("none");
        assertThat(reading(kind, reference, "08:00:00").cause())
                .as("changed long before")
                .isEqualTo("none");
    }

    @Test
    void ofARolloutAndAChangeOfTheSettingsAtOnceNeitherIsKnownToBeTheReason() {
        Street street = reading("ConfigMap", "configMapRef", "10:00:00")
                .rewritten(
                        "10:00:30", "stock", "'envFrom': [{'configMapRef': {'name': 'conf'}}], 'image': 'stock:2'", "");

        assertThat(street.cause()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INFO starting | true",
                "ERROR dial tcp 203.0.113.9:443: connect: connection refused | false",
            })
    void aProgramThatEndsSinceAChangeOfItsSettingsEndsBecauseOfItUnlessOthersAreAway(String line, boolean blamed) {
        String container = "{'name': 'app', 'image': 'cart:1', 'envFrom': [{'configMapRef': {'name': 'conf'}}]}";
        String conf =
                "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'conf', 'namespace': 'shop', 'uid': 'c', %s}, 'data': {'LEVEL': '%s'}}";
        Shop shop = new Shop()
                .revision(1, "08:00:00", container)
                .pod(
                        "cart-1-a",
                        1,
                        container,
                        "'restartCount': 3, 'state': {'waiting': {'reason': 'CrashLoopBackOff'}}, 'lastState': {'terminated':"
                                + " {'exitCode': 1, 'reason': 'Error', 'finishedAt': '2026-11-21T10:08:20Z'}}")
                .object(Kind.CONFIG_MAP, conf.formatted(Shop.written("07:00:00"), "a"))
                .object(Kind.CONFIG_MAP, conf.formatted(Shop.written("10:00:00"), "b"))
                .logs(Map.of(
                        "cart-1-a",
                        List.of("2026-11-21T10:08:10Z " + line, "2026-11-21T10:08:20Z panic: order 17 was not booked")))
                .listed();

        assertThat(shop.cause().contains("config-change-regression ConfigMap shop/conf"))
                .isEqualTo(blamed);
    }

    @Test
    void aChangeOfTheSettingsIsNotBlamedForSomebodyElseBeingAway() {
        Street street = reading("ConfigMap", "configMapRef", "10:00:00")
                .saying("stock", "ERROR dial tcp 203.0.113.9:443: connect: connection refused");

        assertThat(street.cause()).doesNotContain("config-change-regression");
    }

    @Test
    void errorsThatBeginWithARolloutAreItsFault() {
        String port = "'ports': [{'containerPort': 8080}]";
        Street street = new Street()
                .rewritten("10:00:00", "stock", port + ", 'image': 'stock:2'", "")
                .saying("stock", OWN);
        assertThat(street.cause()).isEqualTo("recent-change-regression Deployment shop/stock");

        Street before = new Street()
                .rewritten("09:10:00", "stock", port + ", 'image': 'stock:2'", "")
                .saying("stock", OWN);
        assertThat(before.cause()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({"true, producer-suspended CronJob shop/nightly-prices", "false, none"})
    void whoMissesTheWorkOfAnotherNamesHimAndHeIsSuspended(boolean suspended, String cause) {
        Street street = new Street()
                .object(Kind.CRON_JOB, """
                        {'apiVersion': 'batch/v1', 'kind': 'CronJob', 'metadata': {'name': 'nightly-prices', 'namespace': 'shop', 'uid': 'c',
                          'creationTimestamp': '2026-11-01T09:00:00Z'},
                         'spec': {'schedule': '0 2 * * *', 'suspend': %s, 'jobTemplate': {'spec': {'template': {'spec': {'containers': []}}}}},
                         'status': {'lastScheduleTime': '2026-11-21T02:00:00Z', 'lastSuccessfulTime': '2026-11-21T02:01:00Z'}}""".formatted(suspended))
                .saying("stock", "ERROR stale data: nothing from nightly-prices for 30h");

        assertThat(street.cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"0, producer-scaled-to-zero Deployment shop/importer", "1, none"})
    void whoMissesTheWorkOfAnotherNamesHimAndHeIsScaledToZero(int replicas, String cause) {
        Street street = new Street()
                .object(Kind.DEPLOYMENT, """
                        {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'importer', 'namespace': 'shop', 'uid': 'i'},
                         'spec': {'replicas': %1$d}, 'status': {'replicas': %1$d, 'readyReplicas': %1$d, 'availableReplicas': %1$d}}""".formatted(replicas))
                .saying("stock", "ERROR no batch from importer since yesterday");

        assertThat(street.cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, node-supply-unavailable Deployment kube-system/scaler",
        "0, 0, node-supply-unavailable Deployment kube-system/scaler",
        "1, 1, cpu-capacity-mismatch StatefulSet shop/press"
    })
    void whoBringsNodesIsToBlameWhereHeDoesNotWork(int wanted, int ready, String cause) {
        assertThat(full().object(Kind.DEPLOYMENT, scaler("cluster-autoscaler", wanted, ready))
                        .cause())
                .isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E1121 10:09:00.1 aws error: AuthFailure, ERROR invalid credentials | node-supply-unavailable Deployment kube-system/scaler",
                "I1121 10:09:00.1 no candidates | cpu-capacity-mismatch StatefulSet shop/press"
            })
    void whoBringsNodesMayBeRunningAndTurnedAway(String line, String cause) {
        Yard yard = full().object(Kind.DEPLOYMENT, scaler("cluster-autoscaler", 1, 1))
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'scaler-1', 'namespace': 'kube-system', 'uid': 's1',
                          'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'scaler', 'controller': true}]},
                         'spec': {'nodeName': 'b', 'containers': [{'name': 'main', 'image': 'cluster-autoscaler:v1'}]},
                         'status': {'phase': 'Running', 'conditions': [{'type': 'Ready', 'status': 'True'}], 'containerStatuses': [{'name': 'main', 'ready': true,
                          'state': {'running': {'startedAt': '2026-11-21T07:00:00Z'}}}]}}""")
                .logs(Map.of("scaler-1", Collections.nCopies(4, line)));

        assertThat(yard.cause()).isEqualTo(cause);
    }

    @Test
    void whoWasReplacedByAnotherMayBeAtZero() {
        Yard yard = full().object(Kind.DEPLOYMENT, scaler("cluster-autoscaler", 0, 0))
                .object(Kind.DEPLOYMENT, scaler("karpenter", 1, 1).replace("scaler'", "other'"));

        assertThat(yard.cause()).isEqualTo("cpu-capacity-mismatch StatefulSet shop/press");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "2, 1, true", "1, 1, false"})
    void whoTellsOfDevicesIsToBlameWhereHeRunsNowhereOrIsUnwell(int desired, int ready, boolean blamed) {
        Yard yard = new Yard()
                .node("a", "", "")
                .waiting(
                        Yard.container("'example.com/gpu': '1'"),
                        "0/1 nodes are available: 1 Insufficient example.com/gpu.")
                .object(Kind.DAEMON_SET, """
                        {'apiVersion': 'apps/v1', 'kind': 'DaemonSet', 'metadata': {'name': 'gpus', 'namespace': 'kube-system', 'uid': 'g',
                          'creationTimestamp': '2026-11-01T09:00:00Z'},
                         'spec': {'template': {'spec': {'containers': [{'name': 'main', 'image': 'registry.example/gpu-device-plugin:2'}]}}},
                         'status': {'desiredNumberScheduled': %d, 'numberReady': %d}}""".formatted(desired, ready))
                .listed();

        assertThat(yard.cause().equals("node-supply-unavailable DaemonSet kube-system/gpus"))
                .isEqualTo(blamed);
    }

    private static Yard full() {
        return new Yard()
                .node("a", "", "")
                .running("big", "a", "", Yard.container("'cpu': '3'"))
                .waiting(Yard.container("'cpu': '2'"), "0/1 nodes are available: 1 Insufficient cpu.")
                .listed();
    }

    private static String scaler(String image, int wanted, int ready) {
        return """
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'scaler', 'namespace': 'kube-system',
                  'creationTimestamp': '2026-11-01T09:00:00Z', 'generation': 1},
                 'spec': {'replicas': %2$d, 'template': {'spec': {'containers': [{'name': 'main', 'image': 'registry.example/%1$s:v1.33.0'}]}}},
                 'status': {'observedGeneration': 1, 'replicas': %2$d, 'updatedReplicas': %2$d, 'readyReplicas': %3$d, 'availableReplicas': %3$d, 'conditions': [
                  {'type': 'Progressing', 'status': 'True', 'reason': 'NewReplicaSetAvailable'},
                  {'type': 'Available', 'status': '%4$s', 'lastTransitionTime': '2026-11-21T09:00:00Z'}]}}""".formatted(image, wanted, ready, wanted == ready ? "True" : "False");
    }

    private static Street keeping(String source) {
        return new Street()
                .workload(
                        "stock",
                        "'volumeMounts': [{'name': 'd', 'mountPath': '/data'}]",
                        "'volumes': [{'name': 'd', %s}]".formatted(source));
    }

    /** Stock reads settings of this kind, which were changed at a time of the day, and reports errors of its own. */
    private static Street reading(String kind, String reference, String changed) {
        String settings = """
                {'apiVersion': 'v1', 'kind': '%s', 'metadata': {'name': 'conf', 'namespace': 'shop', 'uid': 'conf',
                  'creationTimestamp': '2026-11-01T09:00:00Z', %s}, 'data': {'LEVEL': '%s'}}""";
        return new Street()
                .workload("stock", "'envFrom': [{'%s': {'name': 'conf'}}]".formatted(reference))
                .object(Kind.of("v1", kind), settings.formatted(kind, Shop.written("07:00:00"), "YQ=="))
                .object(Kind.of("v1", kind), settings.formatted(kind, Shop.written(changed), "Yg=="))
                .saying("stock", OWN);
    }
}
