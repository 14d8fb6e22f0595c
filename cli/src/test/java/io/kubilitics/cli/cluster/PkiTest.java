package io.kubilitics.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.cli.cluster.Pki.Authority;
import io.kubilitics.cli.cluster.Pki.Purpose;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static final byte[] MESSAGE = {1, 2, 3};

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
    void aKeyIsReadWithoutItsCertificateAndSignsForItsPublicHalf() throws Exception {
        new Pki(folder, InstantSource.fixed(NOW)).pair("accounts");

        assertThat(Files.readString(folder.resolve("accounts.key"))).startsWith("-----BEGIN EC PRIVATE KEY-----");
        byte[] signature = sign(read("accounts.key", PEMKeyPair.class).getPrivateKeyInfo());
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(new JcaPEMKeyConverter().getPublicKey(read("accounts.pub", SubjectPublicKeyInfo.class)));
        verifier.update(MESSAGE);
        assertThat(verifier.verify(signature)).isTrue();
    }

    private static byte[] sign(PrivateKeyInfo key) throws Exception {
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(new JcaPEMKeyConverter().getPrivateKey(key));
        signer.update(MESSAGE);
        return signer.sign();
    }

    private <T> T read(String file, Class<T> type) throws Exception {
        try (PEMParser parser = new PEMParser(Files.newBufferedReader(folder.resolve(file)))) {
            return type.cast(parser.readObject());
        }
    }

    private X509Certificate read(String file) throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
