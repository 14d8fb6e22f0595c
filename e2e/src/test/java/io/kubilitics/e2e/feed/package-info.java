/** What a body sees of a real cluster, with the rights it has, and what of that reaches the brain. */
@NullMarked
package io.kubilitics.e2e.feed;

import org.jspecify.annotations.NullMarked;
