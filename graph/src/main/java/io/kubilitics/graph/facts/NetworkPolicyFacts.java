package io.kubilitics.graph.facts;

import io.kubilitics.graph.select.Selector;
import java.util.List;
import java.util.Optional;

/** A NetworkPolicy. A pod that some policy selects for a direction gets only what a rule lets through. */
public record NetworkPolicyFacts(
        Selector pods, boolean limitsIngress, boolean limitsEgress, List<Rule> ingress, List<Rule> egress)
        implements Background {

    public NetworkPolicyFacts {
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }

    /** Lets through traffic with one of these peers on one of these ports; none of either means any. */
    public record Rule(List<Peer> peers, List<Port> ports) {
        public Rule {
            peers = List.copyOf(peers);
            ports = List.copyOf(ports);
        }
    }

    /** The other side. */
    public sealed interface Peer {

        /**
         * Pods.
         *
         * @param namespaces left out: the policy's own
         */
        record Pods(Optional<Selector> namespaces, Selector pods) implements Peer {}

        /** Addresses, some of them left out. */
        record Addresses(String block, List<String> except) implements Peer {
            public Addresses {
                except = List.copyOf(except);
            }
        }
    }

    /**
     * Ports of the side that is called.
     *
     * @param from a number or a name; empty for any
     * @param to the last of a range, or 0
     */
    public record Port(String protocol, String from, int to) {

        /** Whether it covers a port that has this number and perhaps this name. */
        public boolean covers(String spoken, int number, String name) {
            if (!protocol.equals(spoken)) {
                return false;
            }
            if (from.isEmpty() || (!name.isEmpty() && from.equals(name))) {
                return true;
            }
            boolean numeric = from.length() <= 5 && from.chars().allMatch(Character::isDigit);
            int first = numeric ? Integer.parseInt(from) : 0;
            return numeric && number >= first && number <= Math.max(first, to);
        }
    }
}
