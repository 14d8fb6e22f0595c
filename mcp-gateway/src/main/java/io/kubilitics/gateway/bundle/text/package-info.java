/** YAML and JSON from strangers as trees: document by document, within limits, and with the place of what is wrong. */
@NullMarked
package io.kubilitics.gateway.bundle.text;

import org.jspecify.annotations.NullMarked;
