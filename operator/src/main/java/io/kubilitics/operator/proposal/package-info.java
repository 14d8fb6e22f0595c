/** The road of a Proposal, phase by phase, decided purely; what reaches outside is a port here. */
@NullMarked
package io.kubilitics.operator.proposal;

import org.jspecify.annotations.NullMarked;
