/** The body's world beside what the API server says: the same after everything, and how soon. */
@NullMarked
package io.kubilitics.e2e.world;

import org.jspecify.annotations.NullMarked;
