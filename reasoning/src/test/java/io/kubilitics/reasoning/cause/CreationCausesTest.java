package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.reasoning.Verdict;
import io.kubilitics.reasoning.Yard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreationCausesTest {

    private static final String MILL = " Deployment shop/mill";
    private static final String POD = Yard.container("'cpu': '1'");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "requests.cpu|3|4|2|namespace-cpu-quota-exceeded",
                "limits.memory|1Gi|1Gi|1Gi|namespace-memory-quota-exceeded",
                "pods|5|5|1|namespace-pod-quota-exceeded",
                "count/jobs.batch|2|2|1|namespace-object-quota-exceeded"
            })
    void whatTheQuotaLeavesTooLittleOfIsNamed(String resource, String used, String hard, String asked, String cause) {
        Yard yard = new Yard()
                .refused(POD, exceeded(resource, used, hard, asked))
                .object(Kind.QUOTA, quota(resource, hard, used));

        assertThat(yard.listed().cause()).isEqualTo(cause + " ResourceQuota shop/tight");
        assertThat(yard.causes().getFirst().ruling().confidence()).isEqualTo(Confidence.PROVEN);
    }

    @Test
    void aQuotaThatLeavesEnoughByNowIsNotTheCause() {
        Yard yard =
                new Yard().refused(POD, exceeded("pods", "5", "5", "1")).object(Kind.QUOTA, quota("pods", "50", "5"));

        assertThat(yard.listed().verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void aQuotaThatNobodySeesIsOnlyLikely() {
        Yard yard = new Yard().refused(POD, exceeded("pods", "5", "5", "1")).listed(Kind.QUOTA);

        assertThat(yard.causes().getFirst().ruling().confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void anAccountThatOneNamesIsTheirsToCorrectAndOneThatSeveralNameHasToComeBack() {
        String account = POD + ", 'serviceAccountName': 'robot'";
        Yard yard = new Yard()
                .refused(account, "pods mill- is forbidden: error looking up service account shop/robot: not found");

        assertThat(yard.listed().cause()).isEqualTo("missing-service-account" + MILL);
        assertThat(yard.object(Kind.DAEMON_SET, """
                        {'apiVersion': 'apps/v1', 'kind': 'DaemonSet', 'metadata': {'name': 'other', 'namespace': 'shop'},
                         'spec': {'template': {'spec': {'serviceAccountName': 'robot'}}}}""").cause())
                .isEqualTo("missing-service-account ServiceAccount shop/robot");
    }

    @Test
    void anAccountThatExistsIsNotMissing() {
        Yard yard = new Yard()
                .refused(
                        POD + ", 'serviceAccountName': 'robot'",
                        "error looking up service account shop/robot: not found")
                .object(
                        Kind.SERVICE_ACCOUNT,
                        "{'apiVersion': 'v1', 'kind': 'ServiceAccount', 'metadata': {'name': 'robot', 'namespace': 'shop'}}")
                .listed();

        assertThat(yard.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "is forbidden: maximum cpu usage per Container is 2, but limit is 3|limit-range-violated",
                "is forbidden: minimum memory usage per Pod is 64Mi, but request is 1Mi|limit-range-violated",
                "is forbidden: violates PodSecurity restricted:latest: runAsNonRoot != true|pod-security-denied",
                "is forbidden: failed quota: tight: must specify limits.cpu for: main|quota-needs-requests",
                "is forbidden: no PriorityClass with name gold was found|priority-class-missing",
                "admission webhook \\\"guard.acme.io\\\" denied the request: no|admission-policy-denied",
                "pods is forbidden: User \\\"system:x\\\" cannot create resource|controller-rbac-denied"
            })
    void otherRefusalsAreToldApartByTheirWords(String said, String cause) {
        assertThat(new Yard().refused(POD, said).listed().cause()).isEqualTo(cause + MILL);
    }

    @Test
    void aWebhookThatNobodyAnswersForIsTheFaultOfWhoShould() {
        String said = "Internal error occurred: failed calling webhook \\\"guard.acme.io\\\": connection refused";
        Yard yard = new Yard().refused(POD, said).listed();
        assertThat(yard.verdict()).isInstanceOf(Verdict.Inconclusive.class);

        yard.object(Kind.VALIDATING_WEBHOOKS, """
                {'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': 'ValidatingWebhookConfiguration', 'metadata': {'name': 'guards'},
                 'webhooks': [{'name': 'guard.acme.io', 'failurePolicy': 'Ignore', 'clientConfig': {'service': {'name': 'gone', 'namespace': 'tools'}}}]}""");
        assertThat(yard.cause()).isEqualTo("webhook-unavailable ValidatingWebhookConfiguration guards");
    }

    private static String exceeded(String resource, String used, String hard, String asked) {
        return "pods mill-x is forbidden: exceeded quota: tight, requested: %s=%s, used: %s=%s, limited: %s=%s"
                .formatted(resource, asked, resource, used, resource, hard);
    }

    private static String quota(String resource, String hard, String used) {
        return """
                {'apiVersion': 'v1', 'kind': 'ResourceQuota', 'metadata': {'name': 'tight', 'namespace': 'shop'},
                 'status': {'hard': {'%s': '%s'}, 'used': {'%s': '%s'}}}""".formatted(resource, hard, resource, used);
    }
}
