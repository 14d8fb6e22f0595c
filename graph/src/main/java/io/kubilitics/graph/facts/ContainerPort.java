package io.kubilitics.graph.facts;

/**
 * A port that a container says it listens on. One that it does not name may be open all the same.
 *
 * @param name may be empty
 */
public record ContainerPort(String name, int number, String protocol, int hostPort) {}
