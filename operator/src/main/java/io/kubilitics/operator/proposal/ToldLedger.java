package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.status.Condition;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.ProposalStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes through another ledger and tells each phase that was really written: so nobody hears of one that is not so. */
public record ToldLedger(Ledger ledger, PhaseListener listener) implements Ledger {

    @Override
    public Optional<Proposal> write(Proposal seen, ProposalStatus next) {
        @Nullable ProposalStatus before = seen.getStatus();
        Optional<Proposal> written = ledger.write(seen, next);
        if (written.isPresent() && phase(before) != phase(next)) {
            listener.moved(change(seen, before, next));
        }
        return written;
    }

    private static PhaseChange change(Proposal seen, @Nullable ProposalStatus before, ProposalStatus next) {
        List<Condition> known = before == null ? List.of() : before.conditions();
        Optional<Condition> news = next.conditions().stream()
                .filter(condition -> !known.contains(condition))
                .reduce((_, last) -> last);
        return new PhaseChange(
                seen.getMetadata().getNamespace(),
                seen.getMetadata().getName(),
                seen.getSpec().title(),
                phase(next),
                news.map(Condition::reason).orElse(""),
                news.map(Condition::message).orElse(""));
    }

    private static Phase phase(@Nullable ProposalStatus status) {
        return Objects.requireNonNullElse(status == null ? null : status.phase(), Phase.PENDING);
    }
}
