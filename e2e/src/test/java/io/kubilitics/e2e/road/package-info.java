/** The road of a proposal on a real API server. */
@NullMarked
package io.kubilitics.e2e.road;

import org.jspecify.annotations.NullMarked;
