package io.kubilitics.reasoning.signal;

/**
 * An object by the name that people and tools give it, which tells no API group.
 *
 * @param namespace empty when it has none or none is told
 */
public record Subject(String kind, String namespace, String name) {}
