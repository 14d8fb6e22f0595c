/** How what is known of a live cluster becomes a bundle: one file, without secrets, that is read back like any other bundle. */
@NullMarked
package io.kubilitics.gateway.bundle.write;

import org.jspecify.annotations.NullMarked;
