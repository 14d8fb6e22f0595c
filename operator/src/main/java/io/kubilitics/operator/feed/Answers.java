package io.kubilitics.operator.feed;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the API server answered, out of the exceptions that the client wraps it in. */
final class Answers {

    private Answers() {}

    /** The HTTP status; 0 when there was no answer. */
    static int code(Throwable problem) {
        return answer(problem).map(KubernetesClientException::getCode).orElse(0);
    }

    /** In the API server's own words, where it said any. */
    static String reason(Throwable problem) {
        Optional<KubernetesClientException> answer = answer(problem);
        return answer.map(KubernetesClientException::getStatus)
                .map(status -> status.getMessage())
                .or(() -> answer.map(Throwable::getMessage))
                .orElseGet(() -> root(problem));
    }

    private static Optional<KubernetesClientException> answer(@Nullable Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof KubernetesClientException said && said.getCode() > 0) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    private static String root(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
