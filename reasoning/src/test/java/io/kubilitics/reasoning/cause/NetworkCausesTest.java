package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.Street;
import io.kubilitics.reasoning.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCausesTest {

    private static final ResourceRef STOCK = ResourceRef.of(Kind.SERVICE, "shop", "stock");
    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    private static final String REFUSED = "ERROR stock failed: dial tcp 10.96.7.7:80: connect: connection refused";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'app': 'stok'}", "{'app': 'stock', 'tier': 'back'}", "{'application': 'stock'}"})
    void aSelectorThatMissesItsPodsIsTheServicesFault(String selector) {
        Street street = new Street()
                .service(selector, "{'port': 80, 'targetPort': 8080}")
                .endpoints("none")
                .calling(REFUSED);

        Diagnosis found = first(street);
        assertThat(found.cause()).isEqualTo("service-selector-mismatch");
        assertThat(found.ruling().object()).isEqualTo(STOCK);
    }

    @Test
    void aServiceForNobodyIsNotSaidToSelectWrongly() {
        Street street =
                new Street().service("{'role': 'ghost'}", "{'port': 80}").endpoints("none");
        street.object(Kind.SERVICE, """
                {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'ghost', 'namespace': 'shop', 'uid': 'g', 'creationTimestamp': '2026-11-21T09:00:00Z'},
                 'spec': {'selector': {'role': 'ghost'}, 'ports': [{'port': 80}]}}""");

        assertThat(((Verdict.Diagnosed) street.shop().verdict()).causes())
                .noneMatch(cause -> cause.ruling().object().name().equals("ghost"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'port': 80, 'targetPort': 9090} | service-port-mapping-mismatch",
                "{'port': 80, 'targetPort': 8080, 'protocol': 'UDP'} | service-protocol-mismatch"
            })
    void aPortThatLeadsNowhereIsToldFromOneInTheWrongProtocol(String port, String cause) {
        Diagnosis found = first(new Street().service("{'app': 'stock'}", port).calling(REFUSED));

        assertThat(found.cause()).isEqualTo(cause);
        assertThat(found.ruling().object()).isEqualTo(STOCK);
        assertThat(found.ruling().remedy()).isPresent();
    }

    @Test
    void aNameOfAPortThatNoContainerHasLeadsNowhereUnlessItWasFound() {
        String port = "{'port': 80, 'targetPort': 'web'}";
        Diagnosis found = first(
                new Street().service("{'app': 'stock'}", port).portNotFound().calling(REFUSED));
        assertThat(found.cause()).isEqualTo("service-port-mapping-mismatch");
        assertThat(found.ruling().object()).isEqualTo(STOCK);

        Verdict resolved = new Street()
                .service("{'app': 'stock'}", port)
                .calling(REFUSED)
                .shop()
                .verdict();
        assertThat(resolved).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void whoCallsAPortThatIsNotThereIsAtFaultHimself() {
        Street street = new Street()
                .workload("cart", "'env': [{'name': 'STOCK_ADDR', 'value': 'stock:81'}]")
                .calling("ERROR dial tcp 10.96.7.7:81: connect: connection refused");

        Diagnosis found = first(street);
        assertThat(found.cause()).isEqualTo("service-env-var-address-mismatch");
        assertThat(found.ruling().object()).isEqualTo(CART);
    }

    @ParameterizedTest
    @CsvSource({"Egress, cart", "Ingress, stock"})
    void aPolicyOnEitherSideIsFound(String direction, String side) {
        Street street = policy(direction, side).calling("ERROR dial tcp 10.96.7.7:80: i/o timeout");

        Diagnosis found = first(street);
        assertThat(found.cause()).isEqualTo("network-policy-deny");
        assertThat(found.ruling().object()).isEqualTo(ResourceRef.of(Kind.NETWORK_POLICY, "shop", "wall"));
    }

    @Test
    void aPolicyThatConcernsOthersIsNotBlamed() {
        Street street = policy("Egress", "somebody").calling("ERROR dial tcp 10.96.7.7:80: i/o timeout");

        assertThat(street.shop().verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ERROR Access denied for user 'a'@'10.1.1.1' (using password: YES) | mysql-invalid-credentials",
                "ERROR password authentication failed for user a | secret-invalid"
            })
    void whoIsTurnedAwayHasTheWrongCredentials(String line, String cause) {
        Diagnosis found = first(new Street().calling(line));

        assertThat(found.cause()).isEqualTo(cause);
        assertThat(found.ruling().object()).isEqualTo(CART);
        assertThat(found.ruling().confidence()).isNotEqualTo(Confidence.PROVEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ERROR The MySQL server is running with the --read-only option so it cannot execute this statement | db-read-only",
                "ERROR FATAL: sorry, too many clients already | db-connection-exhaustion"
            })
    void aStoreThatLetsNobodyWorkIsFoundByThoseWhoCallIt(String line, String cause) {
        Street street = new Street().workload("ledger", "'image': 'registry.example/mysql:8'");

        Diagnosis found = first(street.calling(line));
        assertThat(found.cause()).isEqualTo(cause);
        assertThat(found.ruling().object()).isEqualTo(ResourceRef.of(Kind.DEPLOYMENT, "shop", "ledger"));
    }

    /** Whatever its image is called. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ports': [{'containerPort': 5432}]",
                "'env': [{'name': 'POSTGRES_PASSWORD', 'value': 'x'}]",
                "'command': ['/usr/bin/mysqld', '--user=a']"
            })
    void aStoreIsKnownByMoreThanItsImage(String shows) {
        String full = "ERROR FATAL: sorry, too many clients already";
        Diagnosis found = first(new Street().workload("ledger", shows).calling(full));
        assertThat(found.cause()).isEqualTo("db-connection-exhaustion");
        assertThat(found.ruling().object()).isEqualTo(ResourceRef.of(Kind.DEPLOYMENT, "shop", "ledger"));

        Verdict unknown = new Street()
                .workload("ledger", "'ports': [{'containerPort': 8080}]")
                .calling(full)
                .shop()
                .verdict();
        assertThat(unknown).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void aLogThatTellsOfThePastIsNoTrouble() {
        assertThat(new Street().called(REFUSED).shop().unwell()).isEmpty();
    }

    private static Street policy(String direction, String app) {
        return new Street().object(Kind.NETWORK_POLICY, """
                {'apiVersion': 'networking.k8s.io/v1', 'kind': 'NetworkPolicy', 'metadata': {'name': 'wall', 'namespace': 'shop', 'uid': 'w',
                  'creationTimestamp': '2026-11-21T10:00:00Z'},
                 'spec': {'podSelector': {'matchLabels': {'app': '%s'}}, 'policyTypes': ['%s']}}""".formatted(app, direction));
    }

    private static Diagnosis first(Street street) {
        return ((Verdict.Diagnosed) street.shop().verdict()).causes().getFirst();
    }
}
