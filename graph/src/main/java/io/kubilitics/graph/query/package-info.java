/** Questions about relations: who is near, how one leads to another, who suffers, what may be behind it. */
@NullMarked
package io.kubilitics.graph.query;

import org.jspecify.annotations.NullMarked;
