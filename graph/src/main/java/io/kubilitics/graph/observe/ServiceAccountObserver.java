package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.AccountFacts;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.world.Relation;
import java.util.List;

/** ServiceAccounts. */
final class ServiceAccountObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        List<String> secrets = sight.object().at("imagePullSecrets").texts("name");
        secrets.forEach(secret -> sight.refer(Relation.Type.PULLS_WITH, Kind.SECRET, secret));
        return new AccountFacts(
                secrets, sight.object().at("automountServiceAccountToken").yes(true));
    }
}
