package io.kubilitics.graph.observe;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.world.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** ConfigMaps: their keys, of text and of bytes. */
final class ConfigMapObserver implements Observer<ConfigMap> {

    @Override
    public Kind kind() {
        return Kind.CONFIG_MAP;
    }

    @Override
    public Class<ConfigMap> model() {
        return ConfigMap.class;
    }

    @Override
    public List<Observation> observe(ConfigMap object) {
        Set<String> keys = new HashSet<>(Reading.keys(object.getData()));
        keys.addAll(Reading.keys(object.getBinaryData()));
        return Reading.seen(kind(), object, new ConfigFacts(keys), Stream.empty());
    }
}
