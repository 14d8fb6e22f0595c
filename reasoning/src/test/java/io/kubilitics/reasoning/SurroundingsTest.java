package io.kubilitics.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is looked at besides the one who is asked about, where only logs tell who calls whom. */
class SurroundingsTest {

    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    private static final ResourceRef STOCK = ResourceRef.of(Kind.DEPLOYMENT, "shop", "stock");
    private static final String OWN = "ERROR ledger is locked";
    private static final String TIMED_OUT = "ERROR dial tcp 10.96.7.7:80: i/o timeout";
    private static final String ELSEWHERE = "ERROR dial tcp 203.0.113.9:443: i/o timeout";

    @Test
    void whomTheAskedOneCallsInVainIsLookedAt() {
        assertThat(looked(new Street().saying("stock", OWN).calling(TIMED_OUT), CART))
                .containsExactly("cart CANNOT_REACH", "stock FAILING");
        assertThat(looked(new Street().saying("stock", OWN).calling(ELSEWHERE), CART))
                .containsExactly("cart CANNOT_REACH");
    }

    @Test
    void theTrailIsFollowedAsFarAsTheLogsLead() {
        Street street = new Street()
                .workload("ledger", "")
                .object(Kind.SERVICE, """
                        {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'ledger', 'namespace': 'shop', 'uid': 'sl', 'creationTimestamp': '2026-11-21T09:00:00Z'},
                         'spec': {'clusterIP': '10.96.7.8', 'selector': {'app': 'ledger'}, 'ports': [{'port': 81}]}}""")
                .object(Kind.ENDPOINT_SLICE, """
                        {'apiVersion': 'discovery.k8s.io/v1', 'kind': 'EndpointSlice', 'metadata': {'name': 'ledger-x', 'namespace': 'shop', 'uid': 'el',
                          'labels': {'kubernetes.io/service-name': 'ledger'}}, 'addressType': 'IPv4',
                         'endpoints': [{'addresses': ['10.1.1.3'], 'conditions': {'ready': true}, 'targetRef': {'kind': 'Pod', 'namespace': 'shop', 'name': 'ledger-1-a'}}]}""")
                .saying("ledger", OWN)
                .saying("stock", "ERROR dial tcp 10.96.7.8:81: i/o timeout")
                .calling(TIMED_OUT);

        assertThat(looked(street, CART)).containsExactly("cart CANNOT_REACH", "ledger FAILING", "stock CANNOT_REACH");
    }

    @Test
    void whoCallsTheAskedOneInVainIsHeardWhereverItIs() {
        assertThat(looked(new Street().saying("stock", OWN).calling(TIMED_OUT), STOCK))
                .containsExactly("cart CANNOT_REACH", "stock FAILING");

        Street other = new Street().saying("stock", OWN).calling(ELSEWHERE);
        assertThat(looked(other, STOCK)).containsExactly("stock FAILING");
    }

    @Test
    void aWarningCountsOnlyOfTheOneWhoIsAskedAbout() {
        Street street =
                new Street().saying("stock", "WARN queue is nearly full").calling(ELSEWHERE);

        assertThat(looked(street, STOCK)).containsExactly("stock FAILING");
        assertThat(looked(street, CART)).containsExactly("cart CANNOT_REACH");
        assertThat(Shop.verdict(street.shop().investigate(new Scope.InNamespace("shop"))))
                .isNotInstanceOf(Verdict.Healthy.class);
        assertThat(street.shop().unwell()).extracting(Symptom::ailment).containsExactly(Ailment.CANNOT_REACH);
    }

    private static List<String> looked(Street street, ResourceRef asked) {
        Step first = street.shop().investigate(new Scope.Below(Set.of(asked))).getFirst();
        return ((Step.Opened) first)
                .symptoms().stream()
                        .map(symptom -> symptom.subject().name() + " "
                                + symptom.ailment().name())
                        .sorted()
                        .toList();
    }
}
