/** Everything this system can ever propose to do to a cluster. */
@NullMarked
package io.kubilitics.graph.action;

import org.jspecify.annotations.NullMarked;
