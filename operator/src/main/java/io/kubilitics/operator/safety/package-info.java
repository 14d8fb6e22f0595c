/** What keeps the body honest: whose rights it acts with, whether its safeguards stand, and how it tells what it did. */
@NullMarked
package io.kubilitics.operator.safety;

import org.jspecify.annotations.NullMarked;
