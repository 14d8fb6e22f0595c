package io.kubilitics.graph.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A Job.
 *
 * @param retries how many failed pods it puts up with
 * @param deadlineSeconds 0 when there is none
 */
public record JobFacts(
        boolean suspended,
        int completions,
        int parallelism,
        int retries,
        int deadlineSeconds,
        Counts pods,
        Optional<Instant> started,
        Optional<Instant> completed,
        PodTemplate template,
        List<Condition> conditions)
        implements Facts {

    public JobFacts {
        conditions = List.copyOf(conditions);
    }

    /** Its pods: at work, done, and in vain. */
    public record Counts(int active, int succeeded, int failed) {}

    public boolean complete() {
        return conditions.stream().anyMatch(condition -> condition.is("Complete") && condition.holds());
    }

    public Optional<Condition> failure() {
        return conditions.stream()
                .filter(condition -> condition.is("Failed") && condition.holds())
                .findFirst();
    }
}
