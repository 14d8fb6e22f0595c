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
    void twoSelectorsOfOnePeerHoldBothAndTwoPeersEither() {
        String both =
                "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {matchLabels: {app: 'cart'}}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: 'a'}}, podSelector: {matchLabels: {app: 'web'}}}]}]}}";
        String either =
                "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {matchLabels: {app: 'cart'}}, ingress: [{from: [{namespaceSelector: {matchLabels: {'kubernetes.io/metadata.name': 'kube-system'}}}, {podSelector: {matchLabels: {app: 'web'}}}]}]}}";
        String elsewhere =
                "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {matchLabels: {app: 'cart'}}, ingress: [{from: [{podSelector: {}}]}]}}";

        assertThat(reach(both).mayReach(WEB, CART, 1, "TCP")).isEqualTo(Answer.YES);
        assertThat(reach(both).mayReach(DNS, CART, 1, "TCP")).isEqualTo(Answer.NO);
        assertThat(reach(either).mayReach(WEB, CART, 1, "TCP")).isEqualTo(Answer.YES);
        assertThat(reach(either).mayReach(DNS, CART, 1, "TCP")).isEqualTo(Answer.YES);
        assertThat(reach(elsewhere).mayReach(DNS, CART, 1, "TCP")).isEqualTo(Answer.NO);
    }

    @Test
    void anEmptyListOfPeersLetsInWhateverComesAndOneOfNobodyKnownDoesNot() {
        String all = "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {}, ingress: [{}]}}";
        String everyNamespace =
                "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}}";
        String anywhere =
                "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: '0.0.0.0/0'}}]}]}}";
        String almost =
                "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: '0.0.0.0/0', except: ['10.0.0.0/8']}}]}]}}";

        assertThat(reach(all).mayReach(DNS, CART, 1, "TCP")).isEqualTo(Answer.YES);
        assertThat(reach(everyNamespace).mayReach(DNS, CART, 1, "TCP")).isEqualTo(Answer.YES);
        assertThat(reach(anywhere).mayReach(DNS, CART, 1, "TCP")).isEqualTo(Answer.YES);
        assertThat(reach(almost).mayReach(DNS, CART, 1, "TCP")).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aPodAlwaysReachesItselfAndOneOnTheHostsNetworkIsNotJudgedByItsLabels() {
        String deny = "{kind: 'NetworkPolicy', name: 'p', spec: {podSelector: {}, policyTypes: ['Ingress', 'Egress']}}";
        String fromAll =
                "{kind: 'NetworkPolicy', name: 'q', spec: {podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}}";
        String agent =
                "{kind: 'Pod', name: 'agent', namespace: 'kube-system', spec: {hostNetwork: true, containers: [{name: 'x'}]}}";
        ResourceRef host = ResourceRef.of(Kind.POD, "kube-system", "agent");

        assertThat(reach(deny).mayReach(CART, CART, 8080, "TCP")).isEqualTo(Answer.YES);
        assertThat(reach(agent + fromAll).mayReach(host, CART, 8080, "TCP")).isEqualTo(Answer.UNKNOWN);
        assertThat(reach(agent + deny).mayReach(host, CART, 8080, "TCP")).isEqualTo(Answer.NO);
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
