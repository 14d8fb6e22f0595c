package io.kubilitics.reasoning.recommendation;

/** Where a Proposal is found. */
public record ProposalName(String namespace, String name) {

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
