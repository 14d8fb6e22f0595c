/** What the body tells of itself: metrics, whether it lives, whether it is ready. */
@NullMarked
package io.kubilitics.operator.telemetry;

import org.jspecify.annotations.NullMarked;
