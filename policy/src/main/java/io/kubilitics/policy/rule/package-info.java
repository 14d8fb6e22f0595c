/** The rules, one file each. */
@NullMarked
package io.kubilitics.policy.rule;

import org.jspecify.annotations.NullMarked;
