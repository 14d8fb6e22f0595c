package io.kubilitics.operator;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.crds.BodyName;
import io.kubilitics.operator.safety.Installer;
import java.util.List;

/** What a body that acts needs in a cluster, looked after with the rights of whoever asks. */
public final class Setup {

    private Setup() {}

    /** What is missing there or altered, each as half a sentence; empty when all is as shipped. */
    public static List<String> missing(Access access) {
        try (KubernetesClient user = access.connect()) {
            return new Installer(user, BodyName.DEFAULT).missing();
        }
    }

    /** Makes all as shipped; returns when it is in force. */
    public static void install(Access access) {
        try (KubernetesClient user = access.connect()) {
            new Installer(user, BodyName.DEFAULT).install();
        }
    }
}
