package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.LimitRangeFacts;
import io.kubilitics.graph.facts.LimitRangeFacts.Limit;
import io.kubilitics.graph.facts.Resources;

/** LimitRanges. */
final class LimitRangeObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        return new LimitRangeFacts(sight.spec().at("limits").list(LimitRangeObserver::limit));
    }

    private static Limit limit(Field limit) {
        return new Limit(
                limit.at("type").text(),
                limit.at("min").amounts(),
                limit.at("max").amounts(),
                new Resources(
                        limit.at("defaultRequest").amounts(),
                        limit.at("default").amounts()),
                limit.at("maxLimitRequestRatio").amounts());
    }
}
