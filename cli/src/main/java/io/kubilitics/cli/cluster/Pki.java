package io.kubilitics.cli.cluster;

import io.kubilitics.cli.CliFault;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Makes the cluster's keys and certificates, as PEM files NAME.key and NAME.crt in one folder. */
final class Pki {

    private static final int DAYS = 365;

    private final Path folder;
    private final InstantSource clock;

    Pki(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** A certificate authority: its name and the pair it signs with. */
    record Authority(X500Name name, KeyPair keys) {}

    /** What a certificate is for. */
    enum Purpose {
        CLIENT,
        SERVER;

        private KeyPurposeId id() {
            return this == CLIENT ? KeyPurposeId.id_kp_clientAuth : KeyPurposeId.id_kp_serverAuth;
        }
    }

    Authority authority(String file, String commonName) {
        KeyPair keys = keys();
        X500Name name = new X500Name("CN=" + commonName);
        Authority self = new Authority(name, keys);
        write(file, keys, signed(self, name, keys, builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.digitalSignature));
        }));
        return self;
    }

    void issue(Authority authority, String file, String subject, Purpose purpose, List<String> addresses) {
        KeyPair keys = keys();
        write(file, keys, signed(authority, new X500Name(subject), keys, builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose.id()));
            if (!addresses.isEmpty()) {
                GeneralName[] names = addresses.stream().map(Pki::generalName).toArray(GeneralName[]::new);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
        }));
    }

    /** A bare pair, for signing service account tokens: NAME.key and NAME.pub. */
    void pair(String file) {
        KeyPair keys = keys();
        writePem(file + ".key", sec1(keys));
        writePem(file + ".pub", keys.getPublic());
    }

    /** Adds what distinguishes one certificate from another. */
    private interface Extensions {
        void addTo(X509v3CertificateBuilder builder) throws IOException;
    }

    private Object signed(Authority authority, X500Name subject, KeyPair keys, Extensions extensions) {
        Instant now = clock.instant();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                authority.name(),
                new BigInteger(120, new SecureRandom()),
                // An hour back: clocks of pods and host may differ a little.
                Date.from(now.minus(1, ChronoUnit.HOURS)),
                Date.from(now.plus(DAYS, ChronoUnit.DAYS)),
                subject,
                keys.getPublic());
        try {
            extensions.addTo(builder);
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(authority.keys().getPrivate()));
        } catch (IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static GeneralName generalName(String address) {
        boolean number = Character.isDigit(address.charAt(0));
        return new GeneralName(number ? GeneralName.iPAddress : GeneralName.dNSName, address);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(String file, KeyPair keys, Object certificate) {
        writePem(file + ".key", sec1(keys));
        writePem(file + ".crt", certificate);
    }

    /** The older form, with the curve named inside: what both Go programs and Java clients read. */
    private static PemObject sec1(KeyPair keys) {
        try {
            BigInteger secret = ((ECPrivateKey) keys.getPrivate()).getS();
            var structure = new org.bouncycastle.asn1.sec.ECPrivateKey(256, secret, SECObjectIdentifiers.secp256r1);
            return new PemObject("EC PRIVATE KEY", structure.getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void writePem(String file, Object content) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
            writer.flush();
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), text.toString());
        } catch (IOException unwritable) {
            throw CliFault.failed("cannot write to " + folder + ": " + unwritable.getMessage(), unwritable);
        }
    }
}
