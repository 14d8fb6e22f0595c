package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.status.Phase;

/**
 * A Proposal stands elsewhere than before.
 *
 * @param reason one word in CamelCase, empty when there is nothing to say
 * @param message a sentence for people, empty when there is nothing to say
 */
public record PhaseChange(String namespace, String name, String title, Phase phase, String reason, String message) {}
