package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.NetworkPolicyFacts;
import io.kubilitics.graph.facts.NetworkPolicyFacts.Peer;
import io.kubilitics.graph.facts.NetworkPolicyFacts.Port;
import io.kubilitics.graph.facts.NetworkPolicyFacts.Rule;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Relation;
import java.util.List;
import java.util.Optional;

/** NetworkPolicies. A selector for pods that is left out means all of them. */
final class NetworkPolicyObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Selector pods = Selectors.of(spec.at("podSelector"), Selector.EVERYTHING);
        List<String> types = spec.at("policyTypes").texts();
        sight.selectPods(Relation.Type.APPLIES_TO, pods);
        return new NetworkPolicyFacts(
                pods,
                types.isEmpty() || types.contains("Ingress"),
                types.isEmpty() ? spec.at("egress").exists() : types.contains("Egress"),
                spec.at("ingress").list(rule -> rule(rule, "from")),
                spec.at("egress").list(rule -> rule(rule, "to")));
    }

    private static Rule rule(Field rule, String direction) {
        return new Rule(
                rule.at(direction).list(NetworkPolicyObserver::peer),
                rule.at("ports").list(NetworkPolicyObserver::port));
    }

    private static Peer peer(Field peer) {
        Field block = peer.at("ipBlock");
        if (block.exists()) {
            return new Peer.Addresses(
                    block.at("cidr").text(), block.at("except").texts());
        }
        Field namespaces = peer.at("namespaceSelector");
        return new Peer.Pods(
                namespaces.exists() ? Optional.of(Selectors.of(namespaces, Selector.NOTHING)) : Optional.empty(),
                Selectors.of(peer.at("podSelector"), Selector.EVERYTHING));
    }

    private static Port port(Field port) {
        return new Port(
                port.at("protocol").text("TCP"),
                port.at("port").text(),
                port.at("endPort").number(0));
    }
}
