/** The brain's end of the wire to the body. */
@NullMarked
package io.kubilitics.gateway.wire;

import org.jspecify.annotations.NullMarked;
