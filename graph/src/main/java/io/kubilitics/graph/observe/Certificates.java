package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Certificate;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the first certificate of a chain; nothing when there is none, or it was taken out on the way here. */
final class Certificates {

    /** The longest chains are a few kilobytes. */
    private static final int LONGEST = 128 * 1024;

    private Certificates() {}

    static Optional<Certificate> inBase64(String encoded) {
        if (encoded.isEmpty() || encoded.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(encoded);
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes))
                            instanceof X509Certificate first
                    ? Optional.of(new Certificate(
                            names(first),
                            first.getNotBefore().toInstant(),
                            first.getNotAfter().toInstant()))
                    : Optional.empty();
        } catch (CertificateException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Set<String> names(X509Certificate certificate) throws CertificateParsingException {
        Set<String> names = new HashSet<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives != null) {
            alternatives.forEach(name -> names.add(String.valueOf(name.get(1))));
        }
        return names;
    }
}
