package io.kubilitics.operator.feed;

import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jspecify.annotations.Nullable;

/** Why something was not answered, out of the exceptions that it is wrapped in. */
final class Answers {

    private Answers() {}

    /** In the API server's own words, where it said any. */
    static String reason(Throwable problem) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof KubernetesClientException said
                    && said.getCode() > 0
                    && said.getStatus() != null
                    && said.getStatus().getMessage() != null) {
                return said.getStatus().getMessage();
            }
        }
        return root(problem);
    }

    private static String root(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
