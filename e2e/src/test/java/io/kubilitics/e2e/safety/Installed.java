package io.kubilitics.e2e.safety;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.crds.BodyName;
import io.kubilitics.operator.safety.Installer;

/** The shipped manifests on the test cluster. */
final class Installed {

    private Installed() {}

    /** All as shipped, whatever another test left behind. */
    static void on(KubernetesClient admin) {
        Installer installer = new Installer(admin, BodyName.DEFAULT);
        if (!installer.missing().isEmpty()) {
            installer.install();
        }
    }
}
