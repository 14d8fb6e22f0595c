package io.kubilitics.e2e.thread;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.kubilitics.e2e.cluster.TestNamespace;
import java.util.concurrent.TimeUnit;

/** A workload that really runs, and ways to break it. */
record Shop(KubernetesClient client, String namespace) {

    static Shop thatIsWell(KubernetesClient client, TestNamespace namespace) {
        Shop shop = new Shop(client, namespace.name());
        shop.apply("shop.yaml");
        shop.cart().waitUntilReady(60, TimeUnit.SECONDS);
        return shop;
    }

    RollableScalableResource<Deployment> cart() {
        return client.apps().deployments().inNamespace(namespace).withName("cart");
    }

    void readAKeyThatIsNotThere() {
        change("""
                {"name": "app", "env": [{"name": "DATABASE_URL", "valueFrom": {"configMapKeyRef": {"name": "conf", "key": "databse-url"}}}]}""");
    }

    void lowerTheMemoryLimit() {
        change("""
                {"name": "app", "resources": {"limits": {"memory": "16Mi"}}}""");
    }

    /** Asked for at a registry that has no image at all. */
    void askForATagThatDoesNotExist() {
        apply("registry.yaml");
        change("""
                {"name": "app", "image": "127.0.0.1:5000/cart:no-such-tag"}""");
    }

    void crashWithoutAWord() {
        change("""
                {"name": "app", "command": ["/bin/workload", "crash", "-after", "1s"]}""");
    }

    private void apply(String manifests) {
        client.load(Shop.class.getResourceAsStream(manifests))
                .inNamespace(namespace)
                .resources()
                .forEach(Resource::serverSideApply);
    }

    private void change(String container) {
        cart().patch(
                        PatchContext.of(PatchType.STRATEGIC_MERGE),
                        "{\"spec\": {\"template\": {\"spec\": {\"containers\": [%s]}}}}".formatted(container));
    }
}
