package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A ConfigMap or a Secret: its keys, never its values. What is kept of a ConfigMap's values is a number that is another one when
 * the value is, and the addresses in them; of a Secret's values only until when its certificate is good, which everyone is shown
 * who connects.
 *
 * @param type of a Secret, empty for ConfigMaps
 * @param prints by key
 * @param ways where the configuration of a proxy sends which requests
 */
public record ConfigFacts(
        Set<String> keys,
        String type,
        boolean immutable,
        Map<String, Integer> prints,
        List<Address> calls,
        List<Way> ways,
        Optional<Certificate> certificate)
        implements Facts {

    public ConfigFacts {
        keys = Set.copyOf(keys);
        prints = Map.copyOf(prints);
        calls = List.copyOf(calls);
        ways = List.copyOf(ways);
    }

    /** One of which only the keys are known. */
    public ConfigFacts(Set<String> keys) {
        this(keys, "", false, Map.of(), List.of(), List.of(), Optional.empty());
    }
}
