package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.CronJobFacts;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.PodTemplate;
import java.util.Optional;

/** CronJobs. */
final class CronJobObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field status = sight.status();
        Field latest = spec.at("startingDeadlineSeconds");
        PodTemplate template = Templates.of(sight, spec.at("jobTemplate", "spec", "template"));
        Templates.refer(sight, template);
        return new CronJobFacts(
                spec.at("schedule").text(),
                spec.at("timeZone").text(),
                spec.at("suspend").yes(),
                spec.at("concurrencyPolicy").text("Allow"),
                latest.node().isIntegralNumber() ? Optional.of(latest.number(0)) : Optional.empty(),
                (int) status.at("active").each().count(),
                status.at("lastScheduleTime").maybeTime(),
                status.at("lastSuccessfulTime").maybeTime(),
                template);
    }
}
