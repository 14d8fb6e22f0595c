package io.kubilitics.graph.facts;

/**
 * A StorageClass.
 *
 * @param serves claims that name no class
 * @param waits whether a volume is made only once a pod wants it
 */
public record StorageClassFacts(String provisioner, boolean serves, boolean waits, boolean expandable, String reclaim)
        implements Background {}
