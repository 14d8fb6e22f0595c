package io.kubilitics.reasoning.recommendation;

/** Port: takes what is recommended and makes Proposals of it, or not. It decides nothing about them. */
public interface ProposalSink {

    /** Always answers. Asking twice for the same finding never makes two Proposals that are open at once. */
    Answer ask(Recommendation recommendation);

    /** What became of a recommendation. */
    sealed interface Answer {

        /** A new Proposal. */
        record Made(ProposalName proposal) implements Answer {}

        /** The finding had an open Proposal already. */
        record Open(ProposalName proposal) implements Answer {}

        /** It will not be made a Proposal; asking again changes nothing. */
        record Refused(String why) implements Answer {}

        /** Not now; ask again later. */
        record NotYet(String why) implements Answer {}
    }
}
