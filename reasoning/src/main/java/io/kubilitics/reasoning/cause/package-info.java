/** The causes that are known, one file each; {@link io.kubilitics.reasoning.cause.Catalogue} lists them. */
@NullMarked
package io.kubilitics.reasoning.cause;

import org.jspecify.annotations.NullMarked;
