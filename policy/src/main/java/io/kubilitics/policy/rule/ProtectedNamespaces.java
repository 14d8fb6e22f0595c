package io.kubilitics.policy.rule;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.policy.Answer;
import io.kubilitics.policy.Intention;
import io.kubilitics.policy.Rule;
import java.util.Set;

/** Nothing is changed in the namespaces that the cluster itself, or the operator, lives in. */
public record ProtectedNamespaces(String own) implements Rule {

    private static final Set<String> OF_THE_CLUSTER = Set.of("kube-system", "kube-public", "kube-node-lease");

    @Override
    public String name() {
        return "protected-namespaces";
    }

    @Override
    public Answer judge(Intention intention) {
        ResourceRef target = intention.target();
        String namespace = target.kind().equals(Kind.NAMESPACE) ? target.name() : target.namespace();
        if (OF_THE_CLUSTER.contains(namespace)) {
            return new Answer.Denied("namespace %s belongs to the cluster itself".formatted(namespace));
        }
        return namespace.equals(own)
                ? new Answer.Denied("namespace %s is the operator's own".formatted(namespace))
                : new Answer.Allowed();
    }
}
