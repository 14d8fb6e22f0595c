package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.reasoning.Shop;
import io.kubilitics.reasoning.Street;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program is turned away: by the proxies of a mesh, by the API server, by somebody outside; or turns strangers away itself. */
class TurnedAwayCausesTest {

    private static final String READS = "'envFrom': [{'secretRef': {'name': 'token'}}]";

    @ParameterizedTest
    @CsvSource({"true, mesh-policy-deny AuthorizationPolicy shop/readers", "false, none"})
    void aProxyTurnsAwayByThePolicyBeforeWhomItIsCalled(boolean there, String cause) {
        Street street = new Street().calling("ERROR GET http://stock/prices 403 RBAC: access denied");
        if (there) {
            Kind policy = new Kind("security.istio.io", "AuthorizationPolicy");
            street.object(policy, policy("09:00:00", "cart")).object(policy, policy("10:00:00", "carts"));
        }
        assertThat(street.cause()).isEqualTo(cause);
    }

    private static String policy(String at, String caller) {
        return """
                {'apiVersion': 'security.istio.io/v1', 'kind': 'AuthorizationPolicy', 'metadata': {'name': 'readers', 'namespace': 'shop', 'uid': 'r', %s},
                 'spec': {'rules': [{'from': [{'source': {'principals': ['cluster.local/ns/shop/sa/%s']}}]}]}}""".formatted(Shop.written(at), caller);
    }

    @ParameterizedTest
    @CsvSource({
        "'kubernetes.io/legacy-token-invalid-since', service-account-token-invalid Secret shop/token",
        "'acme.io/since', secret-invalid Secret shop/token"
    })
    void aTokenThatTheClusterMadeWorthlessSaysSo(String label, String cause) {
        Street street = new Street()
                .workload("stock", READS)
                .object(Kind.SECRET, """
                        {'apiVersion': 'v1', 'kind': 'Secret', 'type': 'kubernetes.io/service-account-token',
                         'metadata': {'name': 'token', 'namespace': 'shop', 'uid': 't', 'labels': {'%s': '2026-10-11'}}, 'data': {'token': 'eA=='}}""".formatted(label))
                .saying("stock", "ERROR reflector: failed to list *v1.Deployment: Unauthorized");

        assertThat(street.cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "true, token-refresh, renew-token, secret-invalid CronJob shop/token-refresh",
        "true, token-refresh, the-token-refresh, secret-invalid CronJob shop/token-refresh",
        "false, token-refresh, renew-token, secret-invalid Secret shop/token",
        "true, token-refresh, vi, secret-invalid Secret shop/token",
        "true, job, my-job, secret-invalid Secret shop/token"
    })
    void aTokenThatNobodyRenewsIsTheFaultOfWhoWasSuspended(
            boolean suspended, String name, String writer, String cause) {
        Street street = new Street()
                .workload("stock", READS)
                .object(Kind.SECRET, """
                        {'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {'name': 'token', 'namespace': 'shop', 'uid': 't',
                          'managedFields': [{'manager': '%s', 'operation': 'Update', 'time': '2026-11-21T02:00:00Z'}]}, 'data': {'token': 'eA=='}}""".formatted(writer))
                .object(Kind.CRON_JOB, """
                        {'apiVersion': 'batch/v1', 'kind': 'CronJob', 'metadata': {'name': '%s', 'namespace': 'shop', 'uid': 'c'},
                         'spec': {'schedule': '*/20 * * * *', 'suspend': %s, 'jobTemplate': {'spec': {'template': {'spec': {'containers': [
                           {'name': 'main', 'image': 'registry.example/tools/renew-token:1.2'}]}}}}}}""".formatted(name, suspended))
                .saying("stock", "ERROR POST https://api.partner.example/asn 401 Unauthorized: invalid_token");

        assertThat(street.cause()).isEqualTo(cause);
    }

    @Test
    void whoTurnsStrangersAwayIsNotTurnedAwayItself() {
        assertThat(new Street()
                        .saying("stock", "ERROR Login failed for user admin79 from 203.0.113.32: invalid credentials")
                        .cause())
                .isEqualTo("none");
        assertThat(new Street()
                        .saying("stock", "ERROR request refused: invalid_token")
                        .cause())
                .isEqualTo("none");
        assertThat(new Street()
                        .saying("stock", "ERROR Login failed for user shop: invalid credentials")
                        .cause())
                .startsWith("secret-invalid");
    }
}
