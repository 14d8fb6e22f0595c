package io.kubilitics.graph.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.ShortObjects;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.reach.NetworkReach.Answer;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import org.junit.jupiter.api.Test;

class NetworkReachTest {

    private static final String TOWN = """
            {kind: 'Namespace', name: 'shop', labels: {team: 'a'}}
            {kind: 'Namespace', name: 'kube-system', labels: {'kubernetes.io/metadata.name': 'kube-system'}}
            {kind: 'Pod', name: 'web', labels: {app: 'web'}, spec: {containers: [{name: 'x'}]}}
            {kind: 'Pod', name: 'cart', labels: {app: 'cart'}, spec: {containers: [{name: 'x', ports: [{name: 'http', containerPort: 8080}]}]}}
            {kind: 'Pod', name: 'dns', namespace: 'kube-system', labels: {app: 'dns'}, spec: {containers: [{name: 'x'}]}}
            """;
    private static final ResourceRef WEB = ResourceRef.of(Kind.POD, "shop", "web");
    private static final ResourceRef CART = ResourceRef.of(Kind.POD, "shop", "cart");
    private static final ResourceRef DNS = ResourceRef.of(Kind.POD, "kube-system", "dns");

    @Test
    void withoutPoliciesEverybodyReachesEverybody() {
        assertThat(reach("").mayReach(WEB, CART, 8080, "TCP")).isEqualTo(Answer.YES);
    }

    @Test
    void anEmptyPolicyLetsNobodyIn() {
        String deny = "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {}, policyTypes: ['Ingress']}}";

        assertThat(reach(deny).mayReach(WEB, CART, 8080, "TCP")).isEqualTo(Answer.NO);
        assertThat(reach(deny).mayReach(WEB, DNS, 53, "UDP")).isEqualTo(Answer.YES);
        assertThat(reach(deny).policies(CART)).containsExactly(ResourceRef.of(Kind.NETWORK_POLICY, "shop", "p"));
    }

    @Test
    void trafficWithinTheNamespaceOnlyCutsOffDns() {
        String within =
                "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {}, policyTypes: ['Egress'], egress: [{to: [{podSelector: {}}]}]}}";
        String dns =
                "{kind: 'NetworkPolicy', name: 'q', spec: {podSelector: {}, policyTypes: ['Egress'], egress: [{to: [{namespaceSelector: {matchLabels: {'kubernetes.io/metadata.name': 'kube-system'}}}], ports: [{protocol: 'UDP', port: 53}]}]}}";

        assertThat(reach(within).mayReach(WEB, CART, 8080, "TCP")).isEqualTo(Answer.YES);
        assertThat(reach(within).mayReach(WEB, DNS, 53, "UDP")).isEqualTo(Answer.NO);
        assertThat(reach(within + dns).mayReach(WEB, DNS, 53, "UDP")).isEqualTo(Answer.YES);
        assertThat(reach(within + dns).mayReach(WEB, DNS, 53, "TCP")).isEqualTo(Answer.NO);
    }

    @Test
    void aPortMayBeNamedAsThePodNamesIt() {
        String named =
                "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {matchLabels: {app: 'cart'}}, ingress: [{ports: [{port: 'http'}]}]}}";
        String range =
                "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {matchLabels: {app: 'cart'}}, ingress: [{ports: [{port: 9000, endPort: 9010}]}]}}";

        assertThat(reach(named).mayReach(WEB, CART, 8080, "TCP")).isEqualTo(Answer.YES);
        assertThat(reach(named).mayReach(WEB, CART, 8081, "TCP")).isEqualTo(Answer.NO);
        assertThat(reach(range).mayReach(WEB, CART, 9005, "TCP")).isEqualTo(Answer.YES);
        assertThat(reach(range).mayReach(WEB, CART, 9011, "TCP")).isEqualTo(Answer.NO);
    }

    @Test
    void whatCannotBeSeenIsNotDecided() {
        String addresses =
                "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {}, policyTypes: ['Egress'], egress: [{to: [{ipBlock: {cidr: '10.0.0.0/8'}}]}]}}";

        assertThat(reach(addresses).mayReach(WEB, CART, 8080, "TCP")).isEqualTo(Answer.UNKNOWN);
        assertThat(new NetworkReach(world("")).mayReach(WEB, CART, 8080, "TCP")).isEqualTo(Answer.UNKNOWN);
        assertThat(reach("").mayReach(WEB, ResourceRef.of(Kind.POD, "shop", "gone"), 80, "TCP"))
                .isEqualTo(Answer.UNKNOWN);
    }

    private static NetworkReach reach(String policies) {
        return new NetworkReach(world(policies).apply(new Observation.Listed(Kind.NETWORK_POLICY)));
    }

    private static World world(String policies) {
        World world = World.empty();
        for (var object : ShortObjects.read(TOWN + policies)) {
            world = world.applyAll(Observers.observe(object));
        }
        return world;
    }
}
