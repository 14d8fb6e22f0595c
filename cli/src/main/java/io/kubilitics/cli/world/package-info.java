/** {@code kubilitics world}: what is in the world, and what hangs on what. */
@NullMarked
package io.kubilitics.cli.world;

import org.jspecify.annotations.NullMarked;
