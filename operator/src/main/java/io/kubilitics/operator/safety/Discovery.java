package io.kubilitics.operator.safety;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Under which name the API server serves a kind, and whether its objects lie in namespaces: as it says itself. */
final class Discovery {

    private final KubernetesClient client;
    private final Map<Kind, Served> known = new ConcurrentHashMap<>();

    Discovery(KubernetesClient client) {
        this.client = client;
    }

    private record Kind(String apiVersion, String kind) {}

    /**
     * How a kind is served.
     *
     * @param plural the name of the resource, for example deployments
     */
    record Served(String plural, boolean namespaced) {}

    /** What was found is remembered; what was not is asked for again. */
    Optional<Served> of(String apiVersion, String kind) {
        return Optional.ofNullable(known.computeIfAbsent(new Kind(apiVersion, kind), this::ask));
    }

    private @Nullable Served ask(Kind wanted) {
        APIResourceList served = client.getApiResources(wanted.apiVersion());
        if (served == null) {
            return null;
        }
        return served.getResources().stream()
                .filter(each -> wanted.kind().equals(each.getKind()))
                .filter(each -> !isSubresource(each))
                .findFirst()
                .map(each -> new Served(each.getName(), Boolean.TRUE.equals(each.getNamespaced())))
                .orElse(null);
    }

    /** Such as deployments/scale. */
    private static boolean isSubresource(APIResource resource) {
        return resource.getName().contains("/");
    }
}
