/** What changed, field by field, as far as a world remembers it. */
@NullMarked
package io.kubilitics.graph.change;

import org.jspecify.annotations.NullMarked;
