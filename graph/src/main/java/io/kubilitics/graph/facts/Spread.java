package io.kubilitics.graph.facts;

import io.kubilitics.graph.select.Selector;

/**
 * Pods are to be spread evenly.
 *
 * @param strict whether a pod waits rather than break it
 */
public record Spread(String topology, int maxSkew, boolean strict, Selector pods) {}
