/** From an object as the API returns it to facts and relations: one observer for each kind that we understand. */
@NullMarked
package io.kubilitics.graph.observe;

import org.jspecify.annotations.NullMarked;
