/** Who reaches whom: derived from selectors, ports and network policies when asked, because stored it would be too much. */
@NullMarked
package io.kubilitics.graph.reach;

import org.jspecify.annotations.NullMarked;
