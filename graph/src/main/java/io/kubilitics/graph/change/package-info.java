/** What changed, field by field: any field of any object, what came and what went, as far as somebody tells. */
@NullMarked
package io.kubilitics.graph.change;

import org.jspecify.annotations.NullMarked;
