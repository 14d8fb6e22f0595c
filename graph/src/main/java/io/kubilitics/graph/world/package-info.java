/** The cluster as an immutable value, and what can be asked of it. */
@NullMarked
package io.kubilitics.graph.world;

import org.jspecify.annotations.NullMarked;
