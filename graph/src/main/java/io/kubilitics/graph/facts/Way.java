package io.kubilitics.graph.facts;

/**
 * A proxy's configuration sends some requests somewhere.
 *
 * @param name what the way is called, empty when it has no name
 * @param path which requests
 * @param to where they go
 */
public record Way(String name, String path, Address to) {}
