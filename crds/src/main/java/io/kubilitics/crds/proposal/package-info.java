/** A change that is proposed to the cluster, and who decided what about it. */
@NullMarked
package io.kubilitics.crds.proposal;

import org.jspecify.annotations.NullMarked;
