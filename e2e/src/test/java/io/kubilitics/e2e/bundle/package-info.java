/** The command as a process of its own, on bundles. */
@NullMarked
package io.kubilitics.e2e.bundle;

import org.jspecify.annotations.NullMarked;
