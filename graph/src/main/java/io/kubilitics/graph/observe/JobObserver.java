package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.JobFacts;
import io.kubilitics.graph.facts.PodTemplate;

/** Jobs. */
final class JobObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field status = sight.status();
        PodTemplate template = Templates.of(sight, spec.at("template"));
        Templates.refer(sight, template);
        return new JobFacts(
                spec.at("suspend").yes(),
                spec.at("completions").number(1),
                spec.at("parallelism").number(1),
                spec.at("backoffLimit").number(6),
                spec.at("activeDeadlineSeconds").number(0),
                new JobFacts.Counts(
                        status.at("active").number(0),
                        status.at("succeeded").number(0),
                        status.at("failed").number(0)),
                status.at("startTime").maybeTime(),
                status.at("completionTime").maybeTime(),
                template,
                Conditions.of(status));
    }
}
