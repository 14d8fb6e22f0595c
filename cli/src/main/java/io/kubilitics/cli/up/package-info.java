/** {@code kubilitics up}: body and brain in one process, and what they tell; {@code kubilitics manifests}: what they need in a cluster. */
@NullMarked
package io.kubilitics.cli.up;

import org.jspecify.annotations.NullMarked;
