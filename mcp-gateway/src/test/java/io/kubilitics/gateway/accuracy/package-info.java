/** Measures how far answers hold: bundles changed in ways that must not matter, catalogues with a family left out, controls. */
@NullMarked
package io.kubilitics.gateway.accuracy;

import org.jspecify.annotations.NullMarked;
