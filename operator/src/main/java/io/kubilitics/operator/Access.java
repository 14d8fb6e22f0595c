package io.kubilitics.operator;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which cluster, as whom.
 *
 * @param kubeconfig a file, or none for what {@code KUBECONFIG} and the home folder say
 * @param context in it, or none for its current one
 */
public record Access(Optional<Path> kubeconfig, Optional<String> context) {

    private static final int PATIENCE_MILLIS = 10_000;

    /** A client whose cluster has answered once. */
    KubernetesClient connect() {
        Config config = config();
        KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build();
        try {
            client.getKubernetesVersion();
            return client;
        } catch (KubernetesClientException refused) {
            client.close();
            throw new Unreachable(
                    "the cluster at %s does not answer: %s".formatted(config.getMasterUrl(), reason(refused)), refused);
        }
    }

    /** Which cluster that is, as a person knows it; the cluster itself is not asked. */
    public String cluster() {
        Config config = config();
        NamedContext current = config.getCurrentContext();
        return (current == null ? "" : "context '%s' at ".formatted(current.getName())) + config.getMasterUrl();
    }

    private Config config() {
        kubeconfig.filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw new Unreachable("the kubeconfig %s cannot be read".formatted(file));
        });
        Config config = kubeconfig.isPresent()
                ? Config.fromKubeconfig(context.orElse(null), kubeconfig.get().toFile())
                : Config.autoConfigure(context.orElse(null));
        if (config.getCurrentContext() == null && config.getContexts().isEmpty() && !insideCluster()) {
            throw new Unreachable("no kubeconfig found: set KUBECONFIG, or name a file with --kubeconfig");
        }
        requireContext(config);
        // Each watch on a connection of its own: on one for all, a request that timed out would go over the same dead
        // connection again, and what nobody has read yet of an answer would wait in memory, megabytes of it.
        return new ConfigBuilder(config)
                .withHttp2Disable(true)
                .withConnectionTimeout(PATIENCE_MILLIS)
                .withRequestRetryBackoffLimit(2)
                .build();
    }

    /** A pod's own service account needs no kubeconfig. */
    private static boolean insideCluster() {
        return System.getenv("KUBERNETES_SERVICE_HOST") != null;
    }

    private void requireContext(Config config) {
        NamedContext current = config.getCurrentContext();
        if (context.isPresent() && (current == null || !context.get().equals(current.getName()))) {
            throw new Unreachable("no context '%s' in the kubeconfig; there are: %s"
                    .formatted(
                            context.get(),
                            String.join(
                                    ", ",
                                    config.getContexts().stream()
                                            .map(NamedContext::getName)
                                            .sorted()
                                            .toList())));
        }
    }

    private static String reason(KubernetesClientException refused) {
        Throwable root = refused;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return refused.getCode() > 0 ? "status " + refused.getCode() : String.valueOf(root.getMessage());
    }
}
