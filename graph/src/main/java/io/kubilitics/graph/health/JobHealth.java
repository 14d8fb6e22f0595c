package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.JobFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Relation;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What is unwell about a Job. One that came through after retries is well; so is one that somebody has suspended. */
final class JobHealth {

    /** A Job that failed longer ago and that nobody has touched since is a record. */
    private static final Duration NEWS = Duration.ofHours(24);

    private JobHealth() {}

    static Stream<Symptom> symptoms(Resource job, JobFacts facts, Look look) {
        if (facts.suspended() || facts.complete()) {
            return Stream.empty();
        }
        Optional<Condition> failure = facts.failure();
        if (failure.isPresent()) {
            return failure
                    .filter(condition -> look.within(condition.since(), NEWS) && !succeededSince(job, look))
                    .map(condition -> Look.symptom(Ailment.JOB_FAILED, job, condition))
                    .stream();
        }
        return ReplicasHealth.refused(job, facts.pods().active() == 0, look).stream();
    }

    /** A later run of the same CronJob came through. */
    private static boolean succeededSince(Resource job, Look look) {
        return look.world().owner(job.ref()).stream()
                .filter(owner -> owner.kind().equals(Kind.CRON_JOB))
                .flatMap(cron -> look.world().to(cron, Relation.Type.OWNS))
                .flatMap((ResourceRef other) -> look.world().find(other).stream())
                .anyMatch(other -> other.facts() instanceof JobFacts facts
                        && facts.complete()
                        && other.meta().created().isAfter(job.meta().created()));
    }
}
