/** The hand: dry runs and writes, and nothing else that reaches a workload. */
@NullMarked
package io.kubilitics.operator.act;

import org.jspecify.annotations.NullMarked;
