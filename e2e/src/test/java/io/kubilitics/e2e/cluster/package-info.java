/** Tests on a real control plane, and what starts it for them: {@link io.kubilitics.e2e.cluster.OnCluster}. */
@NullMarked
package io.kubilitics.e2e.cluster;

import org.jspecify.annotations.NullMarked;
