package io.kubilitics.reasoning.recommendation;

import io.kubilitics.reasoning.recommendation.ProposalSink.Answer.Made;
import io.kubilitics.reasoning.recommendation.ProposalSink.Answer.NotYet;
import io.kubilitics.reasoning.recommendation.ProposalSink.Answer.Open;
import io.kubilitics.reasoning.recommendation.ProposalSink.Answer.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Proposals that are kept here and carried out by nobody: how every sink behaves, for tests and for trying things out. */
public final class InMemoryProposals implements ProposalSink {

    private final Set<String> protectedNamespaces;
    private final Map<FindingId, ProposalName> open = new LinkedHashMap<>();
    private final List<Recommendation> made = new ArrayList<>();
    private Optional<String> away = Optional.empty();
    private int asked;

    /** Nothing is changed in some namespaces. */
    public InMemoryProposals(String... protectedNamespaces) {
        this.protectedNamespaces = Set.of(protectedNamespaces);
    }

    @Override
    public synchronized Answer ask(Recommendation recommendation) {
        asked++;
        String namespace = recommendation.action().target().namespace();
        if (away.isPresent()) {
            return new NotYet(away.get());
        }
        if (protectedNamespaces.contains(namespace)) {
            return new Refused("nothing is changed in namespace " + namespace);
        }
        ProposalName known = open.get(recommendation.finding());
        if (known != null) {
            return new Open(known);
        }
        made.add(recommendation);
        ProposalName name = new ProposalName(namespace, "%s-%d".formatted(recommendation.finding(), made.size()));
        open.put(recommendation.finding(), name);
        return new Made(name);
    }

    /** From now on nothing can be asked for. */
    public synchronized void away(String why) {
        away = Optional.of(why);
    }

    public synchronized void back() {
        away = Optional.empty();
    }

    /** Its Proposal came to an end: approved and carried out, rejected or expired. */
    public synchronized void finish(FindingId finding) {
        open.remove(finding);
    }

    /** All that became Proposals, oldest first. */
    public synchronized List<Recommendation> made() {
        return List.copyOf(made);
    }

    /** How often somebody asked, whatever the answer. */
    public synchronized int asked() {
        return asked;
    }
}
