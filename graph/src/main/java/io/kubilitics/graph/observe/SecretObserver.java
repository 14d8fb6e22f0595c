package io.kubilitics.graph.observe;

import io.fabric8.kubernetes.api.model.Secret;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.world.Observation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Secrets: their keys, never their values. */
final class SecretObserver implements Observer<Secret> {

    @Override
    public Kind kind() {
        return Kind.SECRET;
    }

    @Override
    public Class<Secret> model() {
        return Secret.class;
    }

    @Override
    public List<Observation> observe(Secret object) {
        return Reading.seen(
                kind(), object, new ConfigFacts(Set.copyOf(Reading.keys(object.getData()))), Stream.empty());
    }
}
