/** The tools that the brain offers, one file each. */
@NullMarked
package io.kubilitics.gateway.tools;

import org.jspecify.annotations.NullMarked;
