/** What keeps the body honest, on a real API server: its installation, its own account, its safeguards, its Events. */
@NullMarked
package io.kubilitics.e2e.safety;

import org.jspecify.annotations.NullMarked;
