/** A diagnosis as others read it: the documented JSON and the text for a person. */
@NullMarked
package io.kubilitics.reasoning.report;

import org.jspecify.annotations.NullMarked;
