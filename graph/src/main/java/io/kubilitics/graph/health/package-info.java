/** What is visibly unwell in a world: symptoms, never causes. */
@NullMarked
package io.kubilitics.graph.health;

import org.jspecify.annotations.NullMarked;
