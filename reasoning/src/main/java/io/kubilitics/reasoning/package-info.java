/** Why something is unwell, and what to do: the investigation, its steps and its verdict. Sees no policy, touches no cluster. */
@NullMarked
package io.kubilitics.reasoning;

import org.jspecify.annotations.NullMarked;
