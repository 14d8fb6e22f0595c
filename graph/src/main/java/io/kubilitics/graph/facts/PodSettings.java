package io.kubilitics.graph.facts;

import java.util.List;

/**
 * What concerns a pod as a whole.
 *
 * @param account the name of its ServiceAccount
 * @param pullSecrets names of the Secrets that open registries, beside those of the account
 * @param graceSeconds how long it may take to end
 */
public record PodSettings(
        String account,
        boolean mountsToken,
        List<String> pullSecrets,
        String priorityClass,
        String runtimeClass,
        String scheduler,
        String restartPolicy,
        NameService names,
        boolean hostNetwork,
        int graceSeconds,
        int deadlineSeconds) {

    public PodSettings {
        pullSecrets = List.copyOf(pullSecrets);
    }
}
