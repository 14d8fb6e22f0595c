package io.kubilitics.gateway.watch;

import io.kubilitics.graph.action.Action;
import io.kubilitics.reasoning.recommendation.FindingId;
import io.kubilitics.reasoning.recommendation.ProposalSink;
import io.kubilitics.reasoning.recommendation.ProposalSink.Answer;
import io.kubilitics.reasoning.recommendation.Recommendation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for what is recommended, once for each finding as long as the answer stands. Asked again is what was not taken yet, later
 * and later; what came back after it was resolved; and a finding whose remedy is another by now.
 */
final class Requests {

    /** However much is unwell, a round comes to its end; the rest is asked for in the next. */
    private static final int MOST_A_ROUND = 10;

    private static final long LONGEST_BACKOFF_SECONDS = 60;

    private final ProposalSink sink;
    private final Map<FindingId, Asked> asked = new HashMap<>();
    private Optional<Duration> next = Optional.empty();

    Requests(ProposalSink sink) {
        this.sink = sink;
    }

    /**
     * What was answered last.
     *
     * @param refusals how often in a row it was not taken
     */
    private record Asked(Action action, Answer answer, int refusals, Duration again) {

        boolean isStillWantedFor(Action wanted) {
            return answer instanceof Answer.NotYet && action.equals(wanted);
        }
    }

    /**
     * Asks for what is due.
     *
     * @param open all that is not resolved, whether it was found this time or not
     * @return answers that nobody has heard yet
     */
    List<News> ask(List<Finding> found, Set<FindingId> open, Duration at) {
        asked.keySet().retainAll(open);
        List<Finding> due = found.stream().filter(finding -> isDue(finding, at)).toList();
        List<News> news = new ArrayList<>();
        due.stream()
                .limit(MOST_A_ROUND)
                .forEach(finding -> finding.recommendation()
                        .flatMap(recommendation -> ask(finding, recommendation, at))
                        .ifPresent(news::add));
        next = due.size() > MOST_A_ROUND ? Optional.of(at) : nextOf(found);
        return news;
    }

    /** When asking again is worth while even if nothing changes. */
    Optional<Duration> next() {
        return next;
    }

    private Optional<Duration> nextOf(List<Finding> found) {
        return found.stream()
                .flatMap(finding -> Optional.ofNullable(asked.get(finding.id())).stream())
                .filter(before -> before.answer() instanceof Answer.NotYet)
                .map(Asked::again)
                .min(Duration::compareTo);
    }

    private boolean isDue(Finding finding, Duration at) {
        Optional<Action> wanted = finding.recommendation().map(Recommendation::action);
        Asked before = asked.get(finding.id());
        if (wanted.isEmpty() || before == null) {
            return wanted.isPresent();
        }
        boolean waited = before.isStillWantedFor(wanted.get()) && before.again().compareTo(at) <= 0;
        return waited || !before.action().equals(wanted.get());
    }

    private Optional<News> ask(Finding finding, Recommendation recommendation, Duration at) {
        Optional<Asked> waiting = Optional.ofNullable(asked.get(finding.id()))
                .filter(before -> before.isStillWantedFor(recommendation.action()));
        Answer answer = sink.ask(recommendation);
        int refusals = 1 + waiting.map(Asked::refusals).orElse(0);
        asked.put(finding.id(), new Asked(recommendation.action(), answer, refusals, at.plus(backoff(refusals))));
        boolean heard = waiting.isPresent() && answer instanceof Answer.NotYet;
        return heard ? Optional.empty() : Optional.of(new News.Answered(finding, answer));
    }

    private static Duration backoff(int refusals) {
        return Duration.ofSeconds(Math.min(LONGEST_BACKOFF_SECONDS, 1L << Math.min(refusals, 10)));
    }
}
