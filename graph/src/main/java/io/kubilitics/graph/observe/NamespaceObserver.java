package io.kubilitics.graph.observe;

import io.fabric8.kubernetes.api.model.Namespace;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.NamespaceFacts;
import io.kubilitics.graph.world.Observation;
import java.util.List;
import java.util.stream.Stream;

/** Namespaces. */
final class NamespaceObserver implements Observer<Namespace> {

    @Override
    public Kind kind() {
        return Kind.NAMESPACE;
    }

    @Override
    public Class<Namespace> model() {
        return Namespace.class;
    }

    @Override
    public List<Observation> observe(Namespace object) {
        boolean terminating = object.getStatus() != null
                && "Terminating".equals(object.getStatus().getPhase());
        return Reading.seen(kind(), object, new NamespaceFacts(terminating), Stream.empty());
    }
}
