package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.Facts;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Secrets: their keys, never their values. */
final class SecretObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field data = sight.object().at("data");
        Set<String> keys = data.keys();
        keys.addAll(sight.object().at("stringData").keys());
        return new ConfigFacts(
                keys,
                sight.object().at("type").text(),
                sight.object().at("immutable").yes(),
                Map.of(),
                List.of(),
                List.of(),
                Certificates.inBase64(data.at("tls.crt").text()));
    }
}
