package io.kubilitics.graph.facts;

import io.kubilitics.graph.select.Selector;

/**
 * A demand on the company a pod keeps.
 *
 * @param topology the label of nodes that says what near means
 */
public record PodAffinity(Selector pods, String topology) {}
