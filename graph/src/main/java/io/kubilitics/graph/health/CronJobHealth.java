package io.kubilitics.graph.health;

import io.kubilitics.graph.facts.CronJobFacts;
import io.kubilitics.graph.facts.Resource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is unwell about a CronJob. */
final class CronJobHealth {

    private static final Set<String> UNREADABLE =
            Set.of("UnparseableSchedule", "InvalidSchedule", "UnknownTimeZone", "UnparseableCronJobSchedule");
    private static final Set<String> MISSED = Set.of("MissSchedule", "TooManyMissedTimes", "FailedNeedsStart");

    private CronJobHealth() {}

    static Stream<Symptom> symptoms(Resource cron, CronJobFacts facts, Look look) {
        if (facts.suspended()) {
            return Stream.empty();
        }
        if (!Schedule.readable(facts.schedule())) {
            return Stream.of(Look.symptom(Ailment.SCHEDULE_INVALID, cron, "", "schedule: " + facts.schedule()));
        }
        if (facts.latestStartSeconds().filter(seconds -> seconds < 0).isPresent()) {
            return Stream.of(Look.symptom(Ailment.SCHEDULE_INVALID, cron, "", "startingDeadlineSeconds is negative"));
        }
        Optional<Symptom> unreadable = look.warning(cron.ref(), UNREADABLE)
                .map(event -> new Symptom(Ailment.SCHEDULE_INVALID, cron.ref(), "", event.message(), event.last()));
        return unreadable
                .or(() -> look.warning(cron.ref(), MISSED)
                        .map(event ->
                                new Symptom(Ailment.SCHEDULE_MISSED, cron.ref(), "", event.message(), event.last())))
                .or(() -> ReplicasHealth.refused(cron, true, look))
                .stream();
    }
}
