package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Address;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.Way;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** ConfigMaps: their keys, of text and of bytes, and the addresses in their texts. */
final class ConfigMapObserver implements Observer {

    private static final int MOST_CALLS = 50;

    @Override
    public Facts observe(Sight sight) {
        Field data = sight.object().at("data");
        Field bytes = sight.object().at("binaryData");
        Set<String> keys = data.keys();
        keys.addAll(bytes.keys());
        Map<String, Integer> prints =
                data.map((_, value) -> Optional.of(value.text().hashCode()));
        prints.putAll(bytes.map((_, value) -> Optional.of(value.text().hashCode())));
        Set<Address> calls = new LinkedHashSet<>();
        data.fields()
                .forEach(entry ->
                        calls.addAll(Address.in(entry.name(), entry.value().text())));
        List<Address> kept = calls.stream().limit(MOST_CALLS).toList();
        sight.connect(kept);
        return new ConfigFacts(
                keys, "", sight.object().at("immutable").yes(), prints, kept, ways(data), Optional.empty());
    }

    private static List<Way> ways(Field data) {
        return data.fields().stream()
                .flatMap(entry -> Ways.in(entry.value().text()).stream())
                .limit(Ways.MOST)
                .toList();
    }
}
