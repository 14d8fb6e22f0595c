package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Spelling;

/** Names of images: {@code registry/repository:tag@digest}. */
final class ImageName {

    private ImageName() {}

    /** Whether a repository was probably mistyped: almost the same as the one that was asked for before. */
    static boolean misspelt(String image, String before) {
        String now = repository(image);
        String then = repository(before);
        int distance = Spelling.distance(now, then);
        return distance > 0 && distance <= Math.max(1, then.length() / 12);
    }

    static String repository(String image) {
        String named = image.split("@", 2)[0];
        int tag = named.indexOf(':', named.lastIndexOf('/') + 1);
        return tag < 0 ? named : named.substring(0, tag);
    }
}
