package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;
import java.util.List;
import java.util.Optional;

/** Addresses behind a Service: an EndpointSlice, or the older Endpoints. */
public record EndpointsFacts(Optional<ResourceRef> service, List<Endpoint> endpoints, List<Port> ports)
        implements Background {

    public EndpointsFacts {
        endpoints = List.copyOf(endpoints);
        ports = List.copyOf(ports);
    }

    /** One of them. */
    public record Endpoint(String address, boolean ready, boolean terminating, Optional<ResourceRef> target) {}

    /** A port under which each of them answers. */
    public record Port(String name, int number, String protocol) {}

    public long ready() {
        return endpoints.stream().filter(Endpoint::ready).count();
    }
}
