/** From an object of the Kubernetes API to facts and relations, one file for each kind. */
@NullMarked
package io.kubilitics.graph.observe;

import org.jspecify.annotations.NullMarked;
