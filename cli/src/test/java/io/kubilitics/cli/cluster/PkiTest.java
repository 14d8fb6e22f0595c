package io.kubilitics.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.cli.cluster.Pki.Authority;
import io.kubilitics.cli.cluster.Pki.Purpose;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aCertificateIsSignedByItsAuthorityAndHoldsForItsAddresses() throws Exception {
        Pki pki = new Pki(folder, InstantSource.fixed(NOW));
        Authority authority = pki.authority("ca", "test-ca");

        pki.issue(authority, "server", "CN=server", Purpose.SERVER, List.of("10.0.0.1", "localhost"));

        X509Certificate server = read("server.crt");
        server.verify(read("ca.crt").getPublicKey());
        server.checkValidity(Date.from(NOW));
        assertThat(server.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))))
                .containsExactly("10.0.0.1", "localhost");
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(server.getBasicConstraints()).as("no authority itself").isEqualTo(-1);
    }

    @Test
    void keysAreInTheFormThatGoReads() throws Exception {
        new Pki(folder, InstantSource.fixed(NOW)).pair("accounts");

        assertThat(Files.readString(folder.resolve("accounts.key"))).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(Files.readString(folder.resolve("accounts.pub"))).startsWith("-----BEGIN PUBLIC KEY-----");
    }

    private X509Certificate read(String file) throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
