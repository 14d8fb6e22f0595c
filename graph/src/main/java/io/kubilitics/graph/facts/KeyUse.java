package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;

/**
 * A container reads one key of a ConfigMap or Secret when it starts.
 *
 * @param as the name of the environment variable
 * @param optional whether it may be missing
 */
public record KeyUse(ResourceRef source, String key, String as, boolean optional) {}
