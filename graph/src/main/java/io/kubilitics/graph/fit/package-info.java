/** Where a pod could run: what keeps it off each node, as the scheduler would find it. */
@NullMarked
package io.kubilitics.graph.fit;

import org.jspecify.annotations.NullMarked;
