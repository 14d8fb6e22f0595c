package io.kubilitics.operator.safety;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/** Server-side apply as whoever installs: what we ship is ours, whoever changed it. */
final class Apply {

    private static final String MANAGER = "kubilitics-install";

    private Apply() {}

    static void to(KubernetesClient client, HasMetadata object) {
        client.resource(object).fieldManager(MANAGER).forceConflicts().serverSideApply();
    }

    static void dryRun(KubernetesClient client, HasMetadata object) {
        client.resource(object)
                .dryRun(true)
                .fieldManager(MANAGER)
                .forceConflicts()
                .serverSideApply();
    }

    /**
     * The found one becomes as shipped: what others added is gone too, which an apply would leave alone.
     *
     * @return false when somebody changed it since it was found
     */
    static boolean instead(KubernetesClient client, HasMetadata found, HasMetadata object) {
        HasMetadata next = client.getKubernetesSerialization().clone(object);
        next.setMetadata(found.getMetadata());
        next.getMetadata().setManagedFields(null);
        try {
            client.resource(next).update();
            return true;
        } catch (KubernetesClientException refusal) {
            if (refusal.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return false;
            }
            throw refusal;
        }
    }
}
