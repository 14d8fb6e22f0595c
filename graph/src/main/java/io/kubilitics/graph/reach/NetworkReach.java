package io.kubilitics.graph.reach;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ContainerPort;
import io.kubilitics.graph.facts.NetworkPolicyFacts;
import io.kubilitics.graph.facts.NetworkPolicyFacts.Peer;
import io.kubilitics.graph.facts.NetworkPolicyFacts.Port;
import io.kubilitics.graph.facts.NetworkPolicyFacts.Rule;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.World;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether the network policies let one pod talk to another. A pod that no policy selects for a direction is free in it; the
 * answers of several policies add up. Policies of other kinds than NetworkPolicy are not looked at.
 */
public final class NetworkReach {

    /** What can be said. */
    public enum Answer {
        YES,
        NO,
        /** Something that would decide it cannot be seen, or is a range of addresses. */
        UNKNOWN
    }

    private final World world;

    public NetworkReach(World world) {
        this.world = world;
    }

    /** Whether a connection from one pod to a port of another is let through, on both sides; to itself it always is. */
    public Answer mayReach(ResourceRef from, ResourceRef to, int port, String protocol) {
        Optional<Resource> caller = pod(from);
        Optional<Resource> called = pod(to);
        if (caller.isEmpty()
                || called.isEmpty()
                || !world.listed(Kind.NETWORK_POLICY, from.namespace())
                || !world.listed(Kind.NETWORK_POLICY, to.namespace())
                || world.coverage().of(Kind.NETWORK_POLICY).outlined() > 0) {
            return Answer.UNKNOWN;
        }
        if (from.equals(to)) {
            return Answer.YES;
        }
        Call call = new Call(caller.get(), called.get(), port, protocol);
        return worst(
                direction(call.from(), call.to(), call, NetworkPolicyFacts::limitsEgress, NetworkPolicyFacts::egress),
                direction(
                        call.to(), call.from(), call, NetworkPolicyFacts::limitsIngress, NetworkPolicyFacts::ingress));
    }

    /** The policies that keep a pod from being free, in either direction. */
    public List<ResourceRef> policies(ResourceRef pod) {
        return pod(pod).stream()
                .flatMap(this::selecting)
                .map(Resource::ref)
                .sorted()
                .toList();
    }

    private Answer direction(
            Resource subject,
            Resource peer,
            Call call,
            Predicate<NetworkPolicyFacts> limits,
            Function<NetworkPolicyFacts, Collection<Rule>> rules) {
        List<Resource> policies =
                selecting(subject).filter(policy -> limits.test(facts(policy))).toList();
        if (policies.isEmpty() || onHostNetwork(subject)) {
            return Answer.YES;
        }
        return policies.stream()
                .flatMap(policy -> rules.apply(facts(policy)).stream().map(rule -> answer(policy, rule, peer, call)))
                .reduce(Answer.NO, NetworkReach::best);
    }

    private Answer answer(Resource policy, Rule rule, Resource peer, Call call) {
        boolean port = rule.ports().isEmpty() || rule.ports().stream().anyMatch(call::on);
        if (!port) {
            return Answer.NO;
        }
        return rule.peers().isEmpty()
                ? Answer.YES
                : rule.peers().stream().map(one -> is(policy, one, peer)).reduce(Answer.NO, NetworkReach::best);
    }

    private Answer is(Resource policy, Peer meant, Resource pod) {
        return switch (meant) {
            case Peer.Addresses(var block, var except) ->
                except.isEmpty() && (block.equals("0.0.0.0/0") || block.equals("::/0")) ? Answer.YES : Answer.UNKNOWN;
            case Peer.Pods(var namespaces, var pods) -> {
                if (onHostNetwork(pod)) {
                    // It has its node's address: what a network makes of its labels is its own affair.
                    yield Answer.UNKNOWN;
                }
                if (!pods.matches(pod.meta().labels())) {
                    yield Answer.NO;
                }
                if (namespaces.isEmpty()) {
                    yield of(pod.ref().namespace().equals(policy.ref().namespace()));
                }
                yield world.find(ResourceRef.clusterWide(
                                Kind.NAMESPACE, pod.ref().namespace()))
                        .map(namespace ->
                                of(namespaces.get().matches(namespace.meta().labels())))
                        .orElse(Answer.UNKNOWN);
            }
        };
    }

    private static boolean onHostNetwork(Resource pod) {
        return pod.facts() instanceof PodFacts facts
                && facts.template().settings().hostNetwork();
    }

    private Stream<Resource> selecting(Resource pod) {
        return world.all(Kind.NETWORK_POLICY)
                .filter(policy -> policy.facts() instanceof NetworkPolicyFacts)
                .filter(policy -> policy.ref().namespace().equals(pod.ref().namespace()))
                .filter(policy -> facts(policy).pods().matches(pod.meta().labels()));
    }

    private Optional<Resource> pod(ResourceRef ref) {
        return world.find(ref).filter(found -> found.facts() instanceof PodFacts);
    }

    private static NetworkPolicyFacts facts(Resource policy) {
        return (NetworkPolicyFacts) policy.facts();
    }

    private static Answer of(boolean yes) {
        return yes ? Answer.YES : Answer.NO;
    }

    private static Answer best(Answer one, Answer other) {
        return one == Answer.YES || other == Answer.YES ? Answer.YES : one == Answer.UNKNOWN ? one : other;
    }

    private static Answer worst(Answer one, Answer other) {
        return one == Answer.NO || other == Answer.NO ? Answer.NO : one == Answer.UNKNOWN ? one : other;
    }

    /** Who calls whom on which port. */
    private record Call(Resource from, Resource to, int port, String protocol) {

        /** A policy may name the port as the called pod does. */
        boolean on(Port allowed) {
            String name = to.facts() instanceof PodFacts pod ? name(pod) : "";
            return allowed.covers(protocol, port, name);
        }

        private String name(PodFacts pod) {
            return pod.template().containers().stream()
                    .flatMap(container -> container.ports().stream())
                    .filter(open -> open.number() == port && open.protocol().equals(protocol))
                    .map(ContainerPort::name)
                    .findFirst()
                    .orElse("");
        }
    }
}
