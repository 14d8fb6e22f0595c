package io.kubilitics.operator.safety;

import io.fabric8.kubernetes.client.KubernetesClientException;

/** Why the API server did not do something, in its own words and without the client's around them. */
final class Reason {

    /** What comes before this names the object, which our sentences do themselves. */
    private static final String FORBIDDEN = " is forbidden: ";

    private Reason() {}

    static String of(RuntimeException refusal) {
        if (refusal instanceof KubernetesClientException answered
                && answered.getStatus() != null
                && answered.getStatus().getMessage() != null) {
            String message = answered.getStatus().getMessage();
            int named = message.indexOf(FORBIDDEN);
            return named < 0 ? message : message.substring(named + FORBIDDEN.length());
        }
        Throwable root = refusal;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
