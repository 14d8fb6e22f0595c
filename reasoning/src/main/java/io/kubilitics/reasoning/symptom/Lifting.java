package io.kubilitics.reasoning.symptom;

import io.kubilitics.graph.facts.NodeFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.Taint;
import io.kubilitics.graph.facts.Toleration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A new node is often tainted until somebody has made it fit for use, and whoever does so, a cloud's controller or a network or
 * storage plugin, has to tolerate just that taint.
 */
public final class Lifting {

    /** Put there by Kubernetes itself, or to reserve nodes. */
    private static final List<String> OF_OTHERS =
            List.of("node.kubernetes.io/", "node-role.kubernetes.io/", "kubernetes.io/");

    private Lifting() {}

    /** The keys of taints that wait for somebody, so far as their keys may tell. */
    public static Set<String> keys(Resource node) {
        return node.facts() instanceof NodeFacts facts
                ? facts.taints().stream()
                        .filter(Taint::repels)
                        .map(Taint::key)
                        .filter(key -> OF_OTHERS.stream().noneMatch(key::startsWith))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    public static boolean isDone(Resource workload, Set<String> keys) {
        return PodTemplate.of(workload.facts()).stream()
                .flatMap(template -> template.placement().tolerations().stream())
                .map(Toleration::key)
                .anyMatch(keys::contains);
    }
}
