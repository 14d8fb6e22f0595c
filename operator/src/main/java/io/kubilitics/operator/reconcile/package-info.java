/** Notices proposals, and lets each take its next step. */
@NullMarked
package io.kubilitics.operator.reconcile;

import org.jspecify.annotations.NullMarked;
