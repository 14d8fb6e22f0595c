package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.Manifests;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.observe.Observers;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {

    @Test
    void areThoseOfTheWatchedKindsAndAllAreUnderstood() {
        assertThat(Sources.TYPES).extracting(Sources::kind).containsExactlyElementsOf(Kind.WATCHED);
        assertThat(Kind.WATCHED)
                .filteredOn(kind -> !kind.equals(Kind.EVENT))
                .allMatch(Observers.understood()::contains);
    }

    @Test
    void belongToANamespaceUnlessTheirKindDoesNot() {
        assertThat(Sources.TYPES)
                .allMatch(type -> Namespaced.class.isAssignableFrom(type)
                        != Sources.kind(type).clusterWide());
    }

    /** Else the operator would not see in a cluster what it sees in a test. */
    @Test
    void mayAllBeWatchedByTheBodyAsItIsShipped() {
        List<PolicyRule> rules = bodyRules();

        assertThat(Sources.TYPES).allMatch(type -> rules.stream().anyMatch(rule -> allows(rule, type)));
    }

    private static boolean allows(PolicyRule rule, Class<? extends HasMetadata> type) {
        return rule.getApiGroups().contains(HasMetadata.getGroup(type))
                && rule.getResources().contains(HasMetadata.getPlural(type))
                && rule.getResourceNames().isEmpty()
                && rule.getVerbs().containsAll(List.of("get", "list", "watch"));
    }

    private static List<PolicyRule> bodyRules() {
        Object documents = new KubernetesSerialization()
                .unmarshal(Manifests.of(BodyName.DEFAULT).rbac());
        return ((Collection<?>) documents)
                .stream()
                        .filter(ClusterRole.class::isInstance)
                        .map(ClusterRole.class::cast)
                        .filter(role -> role.getMetadata().getName().equals("kubilitics-body"))
                        .flatMap(role -> role.getRules().stream())
                        .toList();
    }
}
