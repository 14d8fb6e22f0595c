/** {@code kubilitics cluster}: a real Kubernetes control plane, with simulated nodes or a real one, on this machine. */
@NullMarked
package io.kubilitics.cli.cluster;

import org.jspecify.annotations.NullMarked;
