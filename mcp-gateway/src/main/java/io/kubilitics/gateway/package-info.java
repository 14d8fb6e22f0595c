/** The brain: its own world, the investigations, what it offers to others. Holds no Kubernetes credentials. */
@NullMarked
package io.kubilitics.gateway;

import org.jspecify.annotations.NullMarked;
