/** How a bundle is read: which files count, what is left out and why, and that no secret value gets further than this. */
@NullMarked
package io.kubilitics.gateway.bundle.read;

import org.jspecify.annotations.NullMarked;
