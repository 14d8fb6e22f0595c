package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.Shop;
import io.kubilitics.reasoning.Step;
import io.kubilitics.reasoning.Street;
import io.kubilitics.reasoning.Yard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates that are old, missing or not trusted, between programs, before webhooks and at the door. */
class CertificateCausesTest {

    private static final Kind CERTIFICATE = new Kind("cert-manager.io", "Certificate");
    private static final Kind ISSUER = new Kind("cert-manager.io", "ClusterIssuer");
    private static final String OLD =
            "ERROR Get \"https://stock:80/\": x509: certificate has expired or is not yet valid";
    private static final String SHOWN = "'volumes': [{'name': 't', 'secret': {'secretName': 'stock-tls'}}]";
    private static final String CALL =
            "Internal error occurred: failed calling webhook \\\"guard.example.com\\\": failed to call webhook: %s";

    @Test
    void whoIsCalledShowsTheCertificateThatIsOver() {
        Street street = new Street()
                .workload("stock", "'ports': [{'containerPort': 8080}]", SHOWN)
                .object(Kind.SECRET, secret("shop", "stock-tls", "expired"))
                .calling(OLD);
        // What the certificate itself tells is said of it in the first place; that the caller is turned away follows.
        assertThat(street.cause()).isEqualTo("certificate-expired Secret shop/stock-tls");
        assertThat(peer(street)).hasValue("Secret shop/stock-tls PROVEN");
    }

    @Test
    void whereTheCertificateCannotBeReadTheOneWhoIsCalledIsOnlyLikely() {
        Street street = new Street().calling(OLD);
        assertThat(street.cause()).isEqualTo("peer-certificate-expired Deployment shop/stock");

        Street distrusted =
                new Street().calling("ERROR Get \"https://stock:80/\": x509: certificate signed by unknown authority");
        assertThat(distrusted.cause()).doesNotContain("peer-certificate-expired");
    }

    @Test
    void aCertificateOfTheCallerMayBeTheOneThatIsOver() {
        Street street = new Street()
                .workload("cart", "", SHOWN.replace("stock-tls", "cart-tls"))
                .workload("stock", "'ports': [{'containerPort': 8080}]", SHOWN)
                .object(Kind.SECRET, secret("shop", "stock-tls", "good"))
                .object(Kind.SECRET, secret("shop", "cart-tls", "expired"))
                .calling(OLD);

        assertThat(street.cause()).isEqualTo("certificate-expired Secret shop/cart-tls");
        assertThat(peer(street)).hasValue("Secret shop/cart-tls PROVEN");
    }

    /** How the certificates between two programs were judged. */
    private static Optional<String> peer(Street street) {
        return street.shop().investigate().stream()
                .filter(Step.Ruled.class::isInstance)
                .map(Step.Ruled.class::cast)
                .filter(ruled -> ruled.hypothesis().cause().equals("peer-certificate-expired"))
                .map(Step.Ruled::ruling)
                .filter(Ruling.Confirmed.class::isInstance)
                .map(Ruling.Confirmed.class::cast)
                .map(ruling -> "%s %s".formatted(ruling.object(), ruling.confidence()))
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tls: failed to verify certificate: x509: certificate has expired or is not yet valid | expired | webhook-certificate-expired Secret tools/guard-tls",
                "tls: failed to verify certificate: x509: certificate has expired or is not yet valid | good | webhook-certificate-expired Deployment tools/guard",
                "dial tcp 10.96.3.3:443: connect: connection refused | good | webhook-unavailable Deployment tools/guard",
                "x509: certificate signed by unknown authority | good | webhook-unavailable ValidatingWebhookConfiguration guards",
                "x509: certificate is valid for other.tools.svc, not guard.tools.svc | good | webhook-unavailable ValidatingWebhookConfiguration guards",
            })
    void whatTheApiServerSaysOfACallTellsWhatIsTheMatterWithTheWebhook(String said, String certificate, String cause) {
        Yard yard = guarded(CALL.formatted(said), certificate).object(Kind.SERVICE, guard("8443", ""));

        assertThat(yard.listed().cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"9443, webhook-unavailable Service tools/guard", "8443, webhook-unavailable Deployment tools/guard"})
    void aServiceThatWasLedAstrayIsAtFaultForTheSilenceOfItsWebhook(String port, String cause) {
        Yard yard = guarded(CALL.formatted("dial tcp 10.96.3.3:443: connect: connection refused"), "good")
                .object(Kind.SERVICE, guard("8443", ""))
                .object(Kind.SERVICE, guard(port, Shop.written("10:00:00") + ","));

        assertThat(yard.listed().cause()).isEqualTo(cause);
    }

    @Test
    void aDoorWithoutItsCertificateHasItMissingUnlessItOnlyMisspellsIt() {
        Shop shop = door("till-tls").listed();
        assertThat(shop.cause()).isEqualTo("certificate-secret-missing Ingress shop/door");

        shop.object(Kind.SECRET, secret("shop", "till-tls", "good"));
        assertThat(shop.cause()).isEqualTo("none");
        shop.gone(ResourceRef.of(Kind.SECRET, "shop", "till-tls"), "10:00:00");
        assertThat(shop.cause()).isEqualTo("certificate-secret-missing Secret shop/till-tls");
    }

    @Test
    void whereSecretsCannotBeSeenNoneIsMissing() {
        assertThat(door("till-tls").listed(Kind.SECRET).cause()).isEqualTo("none");
    }

    @Test
    void aSecretThatSomebodyShouldWriteIsMissingForHisReasons() {
        Shop shop = door("till-tls").object(CERTIFICATE, certificate()).listed();
        assertThat(shop.cause())
                .as("nothing is known of issuers")
                .isEqualTo("certificate-secret-missing Certificate shop/till");

        shop.object(ISSUER, issuer("True"));
        shop.object(ISSUER, issuer("False"));
        assertThat(shop.cause()).contains("certificate-secret-missing ClusterIssuer authority");

        shop.gone(ResourceRef.clusterWide(ISSUER, "authority"), "10:00:00").seen(ISSUER);
        assertThat(shop.cause()).contains("certificate-secret-missing ClusterIssuer authority");
    }

    @Test
    void anIssuerThatNeverWasIsTheCertificatesFault() {
        Shop shop =
                door("till-tls").object(CERTIFICATE, certificate()).seen(ISSUER).listed();

        assertThat(shop.cause()).isEqualTo("certificate-secret-missing Certificate shop/till");
    }

    private static Shop door(String secret) {
        return new Shop().object(Kind.INGRESS, """
                {'apiVersion': 'networking.k8s.io/v1', 'kind': 'Ingress', 'metadata': {'name': 'door', 'namespace': 'shop', 'uid': 'door',
                  'creationTimestamp': '2026-11-21T09:00:00Z'},
                 'spec': {'tls': [{'hosts': ['shop.example'], 'secretName': '%s'}]}, 'status': {'loadBalancer': {'ingress': [{'ip': '203.0.113.7'}]}}}""".formatted(secret));
    }

    private static String certificate() {
        return """
                {'apiVersion': 'cert-manager.io/v1', 'kind': 'Certificate', 'metadata': {'name': 'till', 'namespace': 'shop', 'uid': 'till',
                  'creationTimestamp': '2026-11-21T09:00:00Z'},
                 'spec': {'secretName': 'till-tls', 'issuerRef': {'kind': 'ClusterIssuer', 'name': 'authority'}},
                 'status': {'conditions': [{'type': 'Ready', 'status': 'False', 'reason': 'DoesNotExist',
                  'message': 'Issuing certificate as Secret does not exist', 'lastTransitionTime': '2026-11-21T09:00:00Z'}]}}""";
    }

    private static String issuer(String ready) {
        return """
                {'apiVersion': 'cert-manager.io/v1', 'kind': 'ClusterIssuer', 'metadata': {'name': 'authority', 'uid': 'authority'},
                 'spec': {}, 'status': {'conditions': [{'type': 'Ready', 'status': '%s', 'reason': 'ErrRegisterAccount',
                  'message': 'no answer', 'lastTransitionTime': '2026-11-21T09:00:00Z'}]}}""".formatted(ready);
    }

    /** Pods of mill are refused because of a webhook for which guard answers, whose one pod is ready. */
    private static Yard guarded(String said, String certificate) {
        String template = "'containers': [{'name': 'main', 'image': 'guard:1', 'ports': [{'containerPort': 8443}]}],"
                + " 'volumes': [{'name': 't', 'secret': {'secretName': 'guard-tls'}}]";
        return new Yard()
                .refused(Yard.container("'cpu': '1'"), said)
                .object(Kind.SECRET, secret("tools", "guard-tls", certificate))
                .object(Kind.DEPLOYMENT, """
                        {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'guard', 'namespace': 'tools', 'uid': 'g'},
                         'spec': {'replicas': 1, 'template': {'metadata': {'labels': {'app': 'guard'}}, 'spec': {%s}}},
                         'status': {'replicas': 1, 'updatedReplicas': 1, 'readyReplicas': 1, 'availableReplicas': 1}}""".formatted(template))
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'guard-1', 'namespace': 'tools', 'uid': 'g1', 'labels': {'app': 'guard'},
                          'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'guard', 'uid': 'g', 'controller': true}]},
                         'spec': {'nodeName': 'n1', %s}, 'status': {'phase': 'Running', 'conditions': [{'type': 'Ready', 'status': 'True'}]}}""".formatted(template))
                .object(Kind.VALIDATING_WEBHOOKS, """
                        {'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': 'ValidatingWebhookConfiguration', 'metadata': {'name': 'guards', 'uid': 'w'},
                         'webhooks': [{'name': 'guard.example.com', 'failurePolicy': 'Fail', 'clientConfig': {'service': {'name': 'guard', 'namespace': 'tools'}}}]}""");
    }

    private static String guard(String port, String written) {
        return """
                {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'guard', 'namespace': 'tools', 'uid': 'gs', %s
                  'creationTimestamp': '2026-11-01T09:00:00Z'},
                 'spec': {'clusterIP': '10.96.3.3', 'selector': {'app': 'guard'}, 'ports': [{'port': 443, 'targetPort': %s}]}}""".formatted(written, port);
    }

    private static String secret(String namespace, String name, String certificate) {
        return """
                {'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {'name': '%s', 'namespace': '%s', 'uid': 's-%1$s'},
                 'type': 'kubernetes.io/tls', 'data': {'tls.crt': '%s', 'tls.key': ''}}""".formatted(name, namespace, encoded(certificate));
    }

    private static String encoded(String certificate) {
        try (InputStream in = Objects.requireNonNull(
                CertificateCausesTest.class.getResourceAsStream("/certificates/%s.crt".formatted(certificate)))) {
            return Base64.getEncoder().encodeToString(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
