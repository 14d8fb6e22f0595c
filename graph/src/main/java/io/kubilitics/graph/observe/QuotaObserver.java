package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.QuotaFacts;
import java.util.ArrayList;
import java.util.List;

/** ResourceQuotas. What the status says counts: it is what the API server goes by. */
final class QuotaObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field hard = sight.status().at("hard");
        List<String> scopes = new ArrayList<>(sight.spec().at("scopes").texts());
        sight.spec()
                .at("scopeSelector", "matchExpressions")
                .each()
                .map(each -> "%s %s %s"
                        .formatted(
                                each.at("scopeName").text(),
                                each.at("operator").text(),
                                each.at("values").texts())
                        .strip())
                .forEach(scopes::add);
        return new QuotaFacts(
                (hard.exists() ? hard : sight.spec().at("hard")).amounts(),
                sight.status().at("used").amounts(),
                scopes);
    }
}
