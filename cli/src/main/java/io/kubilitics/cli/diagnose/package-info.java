/** {@code kubilitics diagnose}: what is unwell, why, and what to do. */
@NullMarked
package io.kubilitics.cli.diagnose;

import org.jspecify.annotations.NullMarked;
