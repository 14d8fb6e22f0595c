package io.kubilitics.graph.facts;

import java.time.Instant;
import java.util.Optional;

/**
 * A CronJob.
 *
 * @param latestStartSeconds how late it may start and still be started
 */
public record CronJobFacts(
        String schedule,
        String timeZone,
        boolean suspended,
        String concurrency,
        Optional<Integer> latestStartSeconds,
        int active,
        Optional<Instant> scheduled,
        Optional<Instant> succeeded,
        PodTemplate template)
        implements Facts {}
