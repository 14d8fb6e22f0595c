/** Proposals on a real API server: who may ask, decide and tell, and how everybody else is refused. */
@NullMarked
package io.kubilitics.e2e.approval;

import org.jspecify.annotations.NullMarked;
