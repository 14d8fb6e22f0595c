/** The Model Context Protocol, as far as it is spoken over standard input and output. */
@NullMarked
package io.kubilitics.gateway.mcp;

import org.jspecify.annotations.NullMarked;
