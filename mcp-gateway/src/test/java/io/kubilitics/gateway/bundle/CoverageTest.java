package io.kubilitics.gateway.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final ResourceRef POD = ResourceRef.of(Kind.POD, "shop", "p");
    private static final ResourceRef NODE = ResourceRef.clusterWide(Kind.NODE, "n");
    private static final ResourceRef SHOP = ResourceRef.clusterWide(Kind.NAMESPACE, "shop");

    @Test
    void ofANamespaceSaysNothingOfOthers() {
        Coverage coverage = Coverage.of(List.of(POD, NODE, SHOP));

        assertThat(coverage.covers(ResourceRef.of(Kind.POD, "shop", "other"))).isTrue();
        assertThat(coverage.covers(ResourceRef.of(Kind.POD, "kube-system", "dns")))
                .isFalse();
        assertThat(coverage.covers(ResourceRef.of(Kind.SECRET, "shop", "s"))).isFalse();
        assertThat(coverage.covers(ResourceRef.clusterWide(Kind.NODE, "other"))).isTrue();
        assertThat(coverage.covers(ResourceRef.clusterWide(Kind.NAMESPACE, "other")))
                .isFalse();
    }

    @Test
    void isThatOfTheClusterWhereItsOwnNamespacesWereListed() {
        Coverage coverage = Coverage.of(List.of(
                POD,
                SHOP,
                ResourceRef.clusterWide(Kind.NAMESPACE, "default"),
                ResourceRef.clusterWide(Kind.NAMESPACE, "kube-system")));

        assertThat(coverage.covers(ResourceRef.of(Kind.POD, "elsewhere", "p"))).isTrue();
        assertThat(coverage.covers(ResourceRef.clusterWide(Kind.NAMESPACE, "other")))
                .isTrue();
        assertThat(coverage.covers(ResourceRef.of(Kind.SECRET, "shop", "s"))).isFalse();
    }
}
