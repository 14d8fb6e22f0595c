package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Map;

/**
 * A Service.
 *
 * @param selector empty when somebody else keeps its endpoints
 * @param addresses the numbers that the cluster has given it
 * @param headless whether its name leads to the pods themselves
 * @param externalName where it leads when it is only another name for something outside
 * @param unready whether pods that are not ready are listed too
 * @param reachedAt addresses that a load balancer has given it
 */
public record ServiceFacts(
        String type,
        Map<String, String> selector,
        List<Port> ports,
        List<String> addresses,
        boolean headless,
        String externalName,
        boolean unready,
        List<String> reachedAt)
        implements Facts {

    public ServiceFacts {
        selector = Map.copyOf(selector);
        ports = List.copyOf(ports);
        addresses = List.copyOf(addresses);
        reachedAt = List.copyOf(reachedAt);
    }

    /**
     * A port of a Service.
     *
     * @param target a number, or the name of a port of the pods' containers
     */
    public record Port(String name, int number, String target, String protocol, String appProtocol, int nodePort) {

        /** Whether it is what somebody means by this number or name. */
        public boolean is(String numberOrName) {
            return Integer.toString(number).equals(numberOrName) || (!name.isEmpty() && name.equals(numberOrName));
        }
    }
}
