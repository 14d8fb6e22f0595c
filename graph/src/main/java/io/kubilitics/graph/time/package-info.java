/** Past worlds, as far back as memory allows. */
@NullMarked
package io.kubilitics.graph.time;

import org.jspecify.annotations.NullMarked;
