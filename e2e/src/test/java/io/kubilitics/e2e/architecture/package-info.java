/** Holds the house as drawn: who may import whom, which library lives where, who may write to the cluster. */
@NullMarked
package io.kubilitics.e2e.architecture;

import org.jspecify.annotations.NullMarked;
