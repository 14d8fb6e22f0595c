/** Collections that never change: each change gives a new one that shares the rest. */
@NullMarked
package io.kubilitics.graph.persistent;

import org.jspecify.annotations.NullMarked;
