/** From the API server's watches to the body's world: informers, trimming, one writer. */
@NullMarked
package io.kubilitics.operator.feed;

import org.jspecify.annotations.NullMarked;
