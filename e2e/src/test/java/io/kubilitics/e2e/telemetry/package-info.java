/** What a body tells of itself, held against what really happens to it. */
@NullMarked
package io.kubilitics.e2e.telemetry;

import org.jspecify.annotations.NullMarked;
