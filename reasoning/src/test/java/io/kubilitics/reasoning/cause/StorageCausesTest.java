package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.reasoning.Verdict;
import io.kubilitics.reasoning.Yard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageCausesTest {

    private static final String MOUNTS = Yard.container("'cpu': '1'")
            + ", 'volumes': [{'name': 'd', 'persistentVolumeClaim': {'claimName': 'data'}}]";
    private static final String UNBOUND = "0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.";

    /** One volume made by hand, and a claim that asks for another class, label, mode or size, or comes too late. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'storageClassName': 'b'|'storageClassName': 'a'|1Gi|pvc-storage-class-mismatch",
                "'storageClassName': ''|'storageClassName': ''|5Gi|pvc-capacity-mismatch",
                "'storageClassName': '', 'accessModes': ['ReadWriteMany']|'storageClassName': ''|1Gi|pvc-access-mode-mismatch",
                "'storageClassName': '', 'selector': {'matchLabels': {'for': 'x'}}|'storageClassName': ''|1Gi|pvc-selector-mismatch",
                "'storageClassName': ''|'storageClassName': '', 'claimRef': {'namespace': 'shop', 'name': 'other', 'uid': 'o'}|1Gi|pv-binding-occupied"
            })
    void whatKeepsAClaimFromTheNearestVolumeIsNamed(String wish, String volume, String size, String cause) {
        Yard yard = yard(wish, size).object(Kind.VOLUME, volume(volume)).listed();

        assertThat(yard.cause()).isEqualTo(cause + " StatefulSet shop/press");
        assertThat(yard.causes().getFirst().ruling().confidence()).isEqualTo(Confidence.PROVEN);
    }

    @Test
    void aVolumeThatSuitsIsNoReason() {
        Yard yard = yard("'storageClassName': ''", "1Gi")
                .object(Kind.VOLUME, volume("'storageClassName': ''"))
                .listed();

        assertThat(yard.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void aClassThatSeveralNameHasToComeBackAndOneThatIsMisspeltIsTheClaims() {
        Yard yard = yard("'storageClassName': 'quick-disks'", "1Gi").listed();
        assertThat(yard.cause()).isEqualTo("storage-class-missing PersistentVolumeClaim shop/data");

        yard.object(Kind.CLAIM, claim("other", "'storageClassName': 'quick-disks'", "1Gi"));
        assertThat(yard.cause()).isEqualTo("storage-class-missing StorageClass quick-disks");
    }

    @Test
    void aClassThatIsMisspeltIsTheClaims() {
        Yard yard = yard("'storageClassName': 'quick-disks'", "1Gi").listed();

        yard.object(Kind.STORAGE_CLASS, storageClass("quick-disk", ""));
        assertThat(yard.cause()).isEqualTo("storage-class-missing PersistentVolumeClaim shop/data");
    }

    @Test
    void withoutSightOfClassesNoneIsMissing() {
        Yard yard = yard("'storageClassName': 'quick-disks'", "1Gi").listed(Kind.STORAGE_CLASS);

        assertThat(yard.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void aClaimWithoutAClassNeedsADefaultOne() {
        Yard yard = yard("'volumeMode': 'Filesystem'", "1Gi").object(Kind.STORAGE_CLASS, storageClass("some", ""));

        assertThat(yard.listed().cause()).isEqualTo("storage-class-not-named PersistentVolumeClaim shop/data");
        yard.object(
                Kind.STORAGE_CLASS,
                storageClass("some", "'annotations': {'storageclass.kubernetes.io/is-default-class': 'true'},"));
        assertThat(yard.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void aClaimThatDoesNotExistIsMissing() {
        Yard yard = new Yard()
                .node("a", "", "")
                .waiting(MOUNTS, "persistentvolumeclaim data not found")
                .listed();

        assertThat(yard.cause()).isEqualTo("claim-missing PersistentVolumeClaim shop/data");
    }

    @Test
    void aVolumeThatAnotherNodeHasCannotBeAttached() {
        Yard yard = new Yard()
                .node("a", "", "")
                .node(
                        "b",
                        "",
                        "",
                        "'type': 'Ready', 'status': 'Unknown', 'message': 'Kubelet stopped posting node status.'")
                .running("press-0", "b", "", MOUNTS)
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'press-1', 'namespace': 'shop', 'uid': 'q',
                          'creationTimestamp': '2026-11-21T10:00:00Z'}, 'spec': {'nodeName': 'a', %s}, 'status': {'phase': 'Pending'}}""".formatted(MOUNTS))
                .object(Kind.EVENT, """
                        {'apiVersion': 'v1', 'kind': 'Event', 'metadata': {'name': 'e', 'namespace': 'shop', 'uid': 'e'}, 'type': 'Warning',
                         'reason': 'FailedAttachVolume', 'message': 'Multi-Attach error for volume v', 'lastTimestamp': '2026-11-21T10:09:00Z',
                         'involvedObject': {'apiVersion': 'v1', 'kind': 'Pod', 'namespace': 'shop', 'name': 'press-1'}}""")
                .listed();

        assertThat(yard.causes()).anySatisfy(found -> {
            assertThat(found.ruling().object()).hasToString("Node b");
        });
    }

    private static Yard yard(String wish, String size) {
        return new Yard().node("a", "", "").waiting(MOUNTS, UNBOUND).object(Kind.CLAIM, claim("data", wish, size));
    }

    private static String claim(String name, String wish, String size) {
        return """
                {'apiVersion': 'v1', 'kind': 'PersistentVolumeClaim', 'metadata': {'name': '%s', 'namespace': 'shop', 'uid': 'c-%s',
                  'creationTimestamp': '2026-11-21T10:00:00Z'},
                 'spec': {'resources': {'requests': {'storage': '%s'}}, %s}, 'status': {'phase': 'Pending'}}""".formatted(name, name, size, wish);
    }

    private static String volume(String more) {
        return """
                {'apiVersion': 'v1', 'kind': 'PersistentVolume', 'metadata': {'name': 'v', 'uid': 'v'},
                 'spec': {'capacity': {'storage': '1Gi'}, 'accessModes': ['ReadWriteOnce'], %s}, 'status': {'phase': 'Available'}}""".formatted(more);
    }

    private static String storageClass(String name, String annotations) {
        return """
                {'apiVersion': 'storage.k8s.io/v1', 'kind': 'StorageClass', 'metadata': {%s 'name': '%s'}, 'provisioner': 'disks.acme.io'}""".formatted(annotations, name);
    }
}
