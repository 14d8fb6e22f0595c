/** From the API server's lists and watches to the body's world: reading, trimming, one writer. */
@NullMarked
package io.kubilitics.operator.feed;

import org.jspecify.annotations.NullMarked;
