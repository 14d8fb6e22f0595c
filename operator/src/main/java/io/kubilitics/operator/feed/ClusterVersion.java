package io.kubilitics.operator.feed;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import java.util.Optional;

/** Which Kubernetes this is made for. */
final class ClusterVersion {

    private static final int OLDEST_MINOR = 30;

    private ClusterVersion() {}

    /** Why what is seen may be wrong; nothing when the cluster is new enough. */
    static Optional<String> complaint(KubernetesClient client) {
        try {
            VersionInfo version = client.getKubernetesVersion();
            return version == null ? Optional.empty() : complaint(version.getMajor(), version.getMinor());
        } catch (KubernetesClientException unanswered) {
            return Optional.of("the version of the cluster is not known: " + Answers.reason(unanswered));
        }
    }

    /** Some providers write {@code 30+}. */
    static Optional<String> complaint(String major, String minor) {
        String digits = minor.replaceAll("\\D.*", "");
        boolean known = major.equals("1") && !digits.isEmpty() && digits.length() < 4;
        return known && Integer.parseInt(digits) < OLDEST_MINOR
                ? Optional.of(
                        "this cluster is Kubernetes 1.%s, and at least 1.%d is supported: what is seen of it may be wrong"
                                .formatted(digits, OLDEST_MINOR))
                : Optional.empty();
    }
}
