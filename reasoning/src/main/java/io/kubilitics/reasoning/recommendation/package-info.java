/** From what was found to what is asked for: recommendations, and the port that takes them. */
@NullMarked
package io.kubilitics.reasoning.recommendation;

import org.jspecify.annotations.NullMarked;
