package io.kubilitics.operator.proposal;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.kubilitics.crds.proposal.PatchOperation;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposalSpec;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a proposal of a request and of what the API server showed it would come to. */
public final class Draft {

    /** Long enough for whoever sleeps, short enough that nobody approves what everybody forgot. */
    static final Duration VALID = Duration.ofHours(24);

    /** Proposals about cluster-wide objects live with the operator. */
    private final String own;

    private final String requester;

    /**
     * Drafts in one name.
     *
     * @param own the operator's own namespace
     */
    public Draft(String own, String requester) {
        this.own = own;
        this.requester = requester;
    }

    /** Where proposals about a target live: whoever decides about a namespace decides about what is in it. */
    public String home(String namespace) {
        return namespace.isEmpty() ? own : namespace;
    }

    /**
     * The proposal, not made yet.
     *
     * @param taken names; two bodies that ask at once choose the same one, and one of them is refused
     */
    public Proposal of(Request request, Target target, List<PatchOperation> patch, Set<String> taken, Instant now) {
        Proposal proposal = new Proposal();
        proposal.setMetadata(new ObjectMetaBuilder()
                .withNamespace(home(Objects.requireNonNullElse(target.namespace(), "")))
                .withName(name(request, taken))
                .build());
        proposal.setSpec(new ProposalSpec(
                cut(request.title(), 200),
                cut(request.because(), 4_096),
                cut(request.finding(), 253),
                requester,
                now.plus(VALID),
                List.of(ProposedAction.patch(target, patch, cut(request.why(), 1_024))),
                request.expect(),
                List.of()));
        return proposal;
    }

    /** Whether it was made in our name; the API server lets nobody else name us. */
    public boolean isOurs(Proposal proposal) {
        return proposal.getSpec() != null && proposal.getSpec().requester().equals(requester);
    }

    public boolean answers(Proposal proposal, Request request) {
        return proposal.getSpec() != null
                && request.finding().equals(proposal.getSpec().finding());
    }

    private static String name(Request request, Set<String> taken) {
        String words = request.finding()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String kept = words.length() > 200 ? words.substring(0, 200) : words;
        return Stream.iterate(1, number -> number + 1)
                .map(number -> kept + "-" + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
