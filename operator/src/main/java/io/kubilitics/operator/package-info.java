/** The body: what may touch the cluster. {@link io.kubilitics.operator.Body} puts it together. */
@NullMarked
package io.kubilitics.operator;

import org.jspecify.annotations.NullMarked;
