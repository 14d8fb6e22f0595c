/** Bundles: what can be known of a cluster at one moment, read from files instead of from a cluster. */
@NullMarked
package io.kubilitics.gateway.bundle;

import org.jspecify.annotations.NullMarked;
