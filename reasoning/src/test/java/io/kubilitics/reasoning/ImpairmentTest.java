package io.kubilitics.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import org.junit.jupiter.api.Test;

class ImpairmentTest {

    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    private static final ResourceRef DESK = ResourceRef.of(Kind.DEPLOYMENT, "shop", "desk");
    private static final ResourceRef STOCK = ResourceRef.of(Kind.SERVICE, "shop", "stock");
    private static final String STOCK_AWAY = "ERROR dial tcp 10.96.7.7:80: connect: connection refused";
    private static final String CART_AWAY = "ERROR GET http://cart:80/ returned: context deadline exceeded";

    @Test
    void whoCallsSomebodyAwayIsImpairedAndTheServiceThatLeadsNowhereToo() {
        Street street = away().calling(STOCK_AWAY);

        assertThat(street.cause()).isEqualTo("workload-deleted Deployment shop/stock");
        assertThat(Impairment.of(street.shop().investigate())).containsExactlyInAnyOrder(CART, STOCK);
    }

    @Test
    void whoCallsTheImpairedIsImpairedAsWellAndWhoCallsOthersIsNot() {
        Street street = away().calling(STOCK_AWAY).saying("desk", CART_AWAY);
        assertThat(Impairment.of(street.shop().investigate())).contains(CART, DESK);

        Street other = away().calling(STOCK_AWAY).saying("desk", "ERROR dial tcp 203.0.113.9:443: i/o timeout");
        assertThat(Impairment.of(other.shop().investigate())).contains(CART).doesNotContain(DESK);
    }

    @Test
    void whoIsAtFaultIsNotAmongTheImpaired() {
        Street street = new Street()
                .rewritten("10:00:00", "stock", "'ports': [{'containerPort': 8080}], 'image': 'stock:2'", "")
                .saying("stock", "ERROR order 17 was not booked: unexpected state")
                .calling("ERROR dial tcp 10.96.7.7:80: i/o timeout");

        assertThat(street.cause()).contains("recent-change-regression Deployment shop/stock");
        assertThat(Impairment.of(street.shop().investigate()))
                .contains(CART)
                .doesNotContain(ResourceRef.of(Kind.DEPLOYMENT, "shop", "stock"));
    }

    /** Stock is gone; desk is there besides, and cart has a Service. */
    private static Street away() {
        return new Street()
                .deleted("stock", "10:00:00")
                .endpoints("none")
                .workload("desk", "")
                .object(Kind.SERVICE, """
                        {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'cart', 'namespace': 'shop', 'uid': 'sc', 'creationTimestamp': '2026-11-21T09:00:00Z'},
                         'spec': {'clusterIP': '10.96.7.9', 'selector': {'app': 'cart'}, 'ports': [{'port': 80}]}}""")
                .object(Kind.ENDPOINT_SLICE, """
                        {'apiVersion': 'discovery.k8s.io/v1', 'kind': 'EndpointSlice', 'metadata': {'name': 'cart-x', 'namespace': 'shop', 'uid': 'ec',
                          'labels': {'kubernetes.io/service-name': 'cart'}}, 'addressType': 'IPv4',
                         'endpoints': [{'addresses': ['10.1.1.1'], 'conditions': {'ready': true}, 'targetRef': {'kind': 'Pod', 'namespace': 'shop', 'name': 'cart-1-a'}}]}""");
    }
}
