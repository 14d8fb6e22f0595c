/** What became of a proposal: only the body writes it. */
@NullMarked
package io.kubilitics.crds.proposal.status;

import org.jspecify.annotations.NullMarked;
