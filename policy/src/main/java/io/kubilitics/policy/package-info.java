/** What may be done to the cluster: one intention, judged by every rule. */
@NullMarked
package io.kubilitics.policy;

import org.jspecify.annotations.NullMarked;
