package io.kubilitics.gateway.bundle.text;

/**
 * How much is read before it is refused. Kubernetes itself stores no object of more than about 1.5 MiB.
 *
 * @param fileBytes of one file of objects
 * @param bundleBytes of all files of objects together
 * @param depth how deep values may be nested
 * @param objectSize of one object: characters of its texts and the number of its values
 */
public record Limits(long fileBytes, long bundleBytes, int depth, int objectSize) {

    public static final Limits USUAL = new Limits(128L << 20, 512L << 20, 200, 8 << 20);

    /** What a person is told. */
    public static String text(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : bytes + " bytes";
    }
}
