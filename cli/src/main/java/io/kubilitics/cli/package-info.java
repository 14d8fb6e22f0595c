/** The {@code kubilitics} command: what it is called with, what it answers, how it fails. */
@NullMarked
package io.kubilitics.cli;

import org.jspecify.annotations.NullMarked;
