package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Calls;
import io.kubilitics.graph.facts.CustomResourceFacts;
import io.kubilitics.graph.facts.CustomResourceFacts.Version;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.world.Relation;
import java.util.Optional;

/** CustomResourceDefinitions. */
final class CustomResourceObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field conversion = spec.at("conversion", "webhook", "clientConfig");
        Optional<Calls> calls = conversion.exists() ? Optional.of(Callers.calls(conversion)) : Optional.empty();
        calls.flatMap(Calls::service).ifPresent(service -> sight.refer(Relation.Type.CALLS_WEBHOOK, service));
        return new CustomResourceFacts(
                new Kind(
                        spec.at("group").text(),
                        spec.at("names", "kind").text(sight.ref().name())),
                spec.at("names", "plural").text(),
                !spec.at("scope").text().equals("Cluster"),
                spec.at("versions").list(CustomResourceObserver::version),
                sight.status().at("storedVersions").texts(),
                calls,
                Conditions.of(sight.status()));
    }

    private static Version version(Field version) {
        return new Version(
                version.at("name").text(),
                version.at("served").yes(),
                version.at("storage").yes(),
                version.at("deprecated").yes());
    }
}
