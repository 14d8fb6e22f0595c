/** Writes how a proposal stands. */
@NullMarked
package io.kubilitics.operator.status;

import org.jspecify.annotations.NullMarked;
