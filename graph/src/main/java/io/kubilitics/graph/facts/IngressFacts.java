package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An Ingress.
 *
 * @param className by field or by the old annotation; not said: the default class
 * @param resourceBackends whether some traffic goes to something that is no Service
 * @param reachedAt addresses that its controller has given it
 */
public record IngressFacts(
        Optional<String> className,
        Set<String> hosts,
        List<Backend> backends,
        List<ResourceRef> secrets,
        boolean resourceBackends,
        List<String> reachedAt)
        implements Facts {

    public IngressFacts {
        hosts = Set.copyOf(hosts);
        backends = List.copyOf(backends);
        secrets = List.copyOf(secrets);
        reachedAt = List.copyOf(reachedAt);
    }
}
