/** What others have measured or tried: numbers, alerts, active checks, and how somebody meant it to be. No world holds them. */
@NullMarked
package io.kubilitics.reasoning.signal;

import org.jspecify.annotations.NullMarked;
