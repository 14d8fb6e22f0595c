package io.kubilitics.e2e.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class on a real control plane, started once a run. A test may ask for a {@code KubernetesClient}, a fresh
 * {@link TestNamespace}, or the {@link TestCluster} itself; when it fails, the servers' logs are kept under
 * {@code target/cluster-failures}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("cluster")
@ExtendWith(ClusterExtension.class)
public @interface OnCluster {

    /** Needs real containers; skipped, with the reason, where this machine cannot run them. */
    boolean realNode() default false;
}
