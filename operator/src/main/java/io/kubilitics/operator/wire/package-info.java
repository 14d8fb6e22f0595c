/** What the body serves to the brain over gRPC. */
@NullMarked
package io.kubilitics.operator.wire;

import org.jspecify.annotations.NullMarked;
