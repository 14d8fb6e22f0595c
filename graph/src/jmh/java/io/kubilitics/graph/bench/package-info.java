/** Benchmarks: {@code ./mvnw -Pbench test -pl graph}. */
@NullMarked
package io.kubilitics.graph.bench;

import org.jspecify.annotations.NullMarked;
