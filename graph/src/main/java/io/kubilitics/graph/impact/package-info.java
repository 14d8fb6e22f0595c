/** What a change of one resource would touch. */
@NullMarked
package io.kubilitics.graph.impact;

import org.jspecify.annotations.NullMarked;
