/** The vocabulary of the cluster as a value: what a resource is called and of which kind it is. */
@NullMarked
package io.kubilitics.graph;

import org.jspecify.annotations.NullMarked;
