package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.world.Relation;

/** ExternalSecrets: the Secret they write and the store they take it from. */
final class ExternalSecretObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field store = sight.spec().at("secretStoreRef");
        Kind kind = new Kind("external-secrets.io", store.at("kind").text("SecretStore"));
        sight.refer(Relation.Type.SOURCED_FROM, kind, store.at("name").text());
        sight.refer(
                Relation.Type.WRITES,
                Kind.SECRET,
                sight.spec().at("target", "name").text(sight.ref().name()));
        return Statuses.of(sight);
    }
}
