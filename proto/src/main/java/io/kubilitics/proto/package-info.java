/** The messages between body and brain, generated from {@code body.proto}. */
@NullMarked
package io.kubilitics.proto;

import org.jspecify.annotations.NullMarked;
