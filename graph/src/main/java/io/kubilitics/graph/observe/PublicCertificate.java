package io.kubilitics.graph.observe;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one value of a Secret that is none: the certificate, which everyone is shown who connects. */
public final class PublicCertificate {

    /** The longest chains are a few kilobytes. */
    private static final int LONGEST = 128 * 1024;

    /** Some put the private key into the same file: only what stands between these lines is taken, and only the first. */
    private static final Pattern FIRST =
            Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");

    private PublicCertificate() {}

    /** The first certificate of a chain, encoded as it was found; nothing when there is none. */
    public static Optional<String> in(String encoded) {
        if (encoded.isEmpty() || encoded.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.ISO_8859_1);
            Matcher first = FIRST.matcher(text);
            return first.find()
                    ? Optional.of(Base64.getEncoder()
                            .encodeToString((first.group() + "\n").getBytes(StandardCharsets.ISO_8859_1)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
