/** The brain on a bundle alone: no body, no cluster. */
@NullMarked
package io.kubilitics.gateway.offline;

import org.jspecify.annotations.NullMarked;
