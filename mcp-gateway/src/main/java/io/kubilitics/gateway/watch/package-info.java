/** The brain looks at its own world for as long as it runs: what is new is told, and what can be mended is asked for. */
@NullMarked
package io.kubilitics.gateway.watch;

import org.jspecify.annotations.NullMarked;
