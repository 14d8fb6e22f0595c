/** Label selectors, exactly as Kubernetes means them. */
@NullMarked
package io.kubilitics.graph.select;

import org.jspecify.annotations.NullMarked;
