package io.kubilitics.reasoning.recommendation;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.Diagnosis;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Stands for one cause at one object, however often it is found. Fit to be part of a name: small letters, digits and dashes,
 * short. The name in it is for people; what tells findings apart is the hash of all of it.
 */
public record FindingId(String text) {

    private static final int LONGEST_NAME = 60;
    private static final int HASH_BYTES = 6;

    public FindingId {
        if (!text.matches("[a-z0-9]([a-z0-9-]{0,198}[a-z0-9])?")) {
            throw new IllegalArgumentException("not fit to be part of a name: " + text);
        }
    }

    public static FindingId of(Diagnosis diagnosis) {
        return of(diagnosis.cause(), diagnosis.ruling().object());
    }

    static FindingId of(String cause, ResourceRef object) {
        String whole = String.join(
                "\n", cause, object.kind().group(), object.kind().name(), object.namespace(), object.name());
        return new FindingId("%s-%s-%s".formatted(cause, spoken(object.name()), hash(whole)));
    }

    private static String spoken(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return letters.substring(0, Math.min(LONGEST_NAME, letters.length()));
    }

    private static String hash(String whole) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
