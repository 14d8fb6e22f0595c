package io.kubilitics.operator.act;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.regex.Pattern;

/** What the API server, or the way to it, had against a request. */
sealed interface Complaint {

    String why();

    /** The operator's account has not the right. */
    record NotPermitted(String why) implements Complaint {}

    /** Validation, admission or quota says no. */
    record Refused(String why) implements Complaint {}

    record NotThere(String why) implements Complaint {}

    /** No answer, or one that says nothing about the request: whether it was carried out is not known. */
    record Away(String why) implements Complaint {}

    /** How RBAC refuses; admission refuses with the same code and other words. */
    Pattern NO_RIGHT = Pattern.compile("User \"[^\"]*\" cannot ");

    static Complaint of(KubernetesClientException thrown) {
        String why = words(thrown);
        int code = thrown.getCode();
        if (code == 403 && NO_RIGHT.matcher(why).find()) {
            return new NotPermitted(why);
        }
        if (code == 404) {
            return new NotThere(why);
        }
        boolean heard = code >= 400 && code < 500 && code != 408 && code != 429;
        return heard ? new Refused(why) : new Away(why);
    }

    private static String words(KubernetesClientException thrown) {
        if (thrown.getStatus() != null && thrown.getStatus().getMessage() != null) {
            return thrown.getStatus().getMessage();
        }
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "the API server does not answer: " + root.getMessage();
    }
}
