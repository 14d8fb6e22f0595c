/** What can be looked at, what it showed, and the port through which it is looked at. */
@NullMarked
package io.kubilitics.reasoning.evidence;

import org.jspecify.annotations.NullMarked;
