/** The thread: incidents that really happen on a real node, from the first symptom on. */
@NullMarked
package io.kubilitics.e2e.thread;

import org.jspecify.annotations.NullMarked;
