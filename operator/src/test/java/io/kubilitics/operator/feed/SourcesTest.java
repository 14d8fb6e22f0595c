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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourcesTest {

    /** Understood by what refers to them alone. */
    private static final Set<Kind> WITHOUT_OBSERVER = Set.of(Kind.EVENT, Kind.RUNTIME_CLASS);

    @Test
    void areThoseOfTheWatchedKindsAndAllAreUnderstood() {
        assertThat(Sources.BUILT_IN).extracting(Source::kind).containsExactlyElementsOf(Kind.WATCHED);
        assertThat(Kind.WATCHED)
                .filteredOn(kind -> !WITHOUT_OBSERVER.contains(kind))
                .allMatch(Observers.understood()::contains);
    }

    /** By another source: the types that the client was generated with. */
    @Test
    void areCalledAsTheApiServerCallsThem() {
        KubernetesSerialization types = new KubernetesSerialization();
        for (Source source : Sources.BUILT_IN) {
            Class<? extends HasMetadata> type = type(types, source);

            assertThat(source.plural()).as(source.toString()).isEqualTo(HasMetadata.getPlural(type));
            assertThat(source.namespaced()).as(source.toString()).isEqualTo(Namespaced.class.isAssignableFrom(type));
            assertThat(source.kind().group()).as(source.toString()).isEqualTo(HasMetadata.getGroup(type));
        }
    }

    private static Class<? extends HasMetadata> type(KubernetesSerialization types, Source source) {
        return Stream.of(source.version(), "v1beta1", "v1alpha1")
                .map(version -> types.getRegisteredKubernetesResource(
                        source.in(version).apiVersion(), source.kind().name()))
                .filter(type -> type != null)
                .findFirst()
                .orElseThrow()
                .asSubclass(HasMetadata.class);
    }

    /** Else the operator would not see in a cluster what it sees in a test. */
    @Test
    void mayAllBeWatchedByTheBodyAsItIsShipped() {
        List<PolicyRule> rules = bodyRules();

        assertThat(Sources.BUILT_IN).allMatch(source -> rules.stream().anyMatch(rule -> allows(rule, source)));
    }

    @Test
    void customResourcesThatAreUnderstoodMayBeWatchedToo() {
        List<PolicyRule> rules = bodyRules();

        assertThat(Observers.understood())
                .filteredOn(kind -> !Kind.WATCHED.contains(kind) && !kind.equals(Kind.ENDPOINTS))
                .isNotEmpty()
                .map(kind -> Source.of(kind, "v1", Sources.plural(kind.name())))
                .allMatch(source -> rules.stream().anyMatch(rule -> allows(rule, source)));
    }

    @Test
    void ofSeveralVersionsTheMostFinishedIsPreferred() {
        assertThat(Sources.preferred(Stream.of("v1beta1", "v1", "v2alpha1"))).contains("v1");
        assertThat(Sources.preferred(Stream.of("v1", "v2beta1", "v10", "v9"))).contains("v10");
        assertThat(Sources.preferred(Stream.of("v1alpha3", "v1beta1", "v1beta2")))
                .contains("v1beta2");
        assertThat(Sources.preferred(Stream.of("v1beta2", "v2beta1"))).contains("v2beta1");
        assertThat(Sources.preferred(Stream.empty())).isEmpty();
    }

    private static boolean allows(PolicyRule rule, Source source) {
        return rule.getApiGroups().contains(source.kind().group())
                && rule.getResources().contains(source.plural())
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
