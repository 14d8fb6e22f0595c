/** What is remembered of a resource: slim records, one for each kind that we understand. */
@NullMarked
package io.kubilitics.graph.facts;

import org.jspecify.annotations.NullMarked;
