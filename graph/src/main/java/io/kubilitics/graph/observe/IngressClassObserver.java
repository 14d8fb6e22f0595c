package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.ClassFacts;
import io.kubilitics.graph.facts.Facts;
import java.util.List;

/** IngressClasses. */
final class IngressClassObserver implements Observer {

    private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";

    @Override
    public Facts observe(Sight sight) {
        return new ClassFacts(
                sight.spec().at("controller").text(), sight.annotation(DEFAULT).equals("true"), List.of());
    }
}
