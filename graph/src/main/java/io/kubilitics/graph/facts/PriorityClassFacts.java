package io.kubilitics.graph.facts;

/**
 * A PriorityClass.
 *
 * @param serves pods that name no class
 * @param preempts whether it may push others off a node
 */
public record PriorityClassFacts(int value, boolean serves, boolean preempts) implements Background {}
