package io.kubilitics.operator.feed;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.Observation;
import java.util.Optional;

/**
 * Where the objects of a kind are asked for.
 *
 * @param plural the name of the resource
 * @param only the one namespace whose objects are worth seeing; empty for all
 */
record Source(Kind kind, String version, String plural, boolean namespaced, Optional<String> only) {

    static Source of(Kind kind, String version, String plural) {
        return new Source(kind, version, plural, !kind.clusterWide(), Optional.empty());
    }

    /** Not a part of Kubernetes itself. */
    boolean custom() {
        return !Kind.KNOWN.contains(kind) || CustomKinds.GROUPS_OF_KNOWN.contains(kind.group());
    }

    Source in(String version) {
        return new Source(kind, version, plural, namespaced, only);
    }

    String apiVersion() {
        return kind.group().isEmpty() ? version : kind.group() + "/" + version;
    }

    /** Read as trees of any kind: what a newer API server adds to a kind stays in. */
    Informable<GenericKubernetesResource> ask(KubernetesClient client, String namespace) {
        var all = client.genericKubernetesResources(new ResourceDefinitionContext.Builder()
                .withGroup(kind.group())
                .withVersion(version)
                .withKind(kind.name())
                .withPlural(plural)
                .withNamespaced(namespaced)
                .build());
        if (!namespaced) {
            return all;
        }
        return namespace.equals(Observation.EVERYWHERE) ? all.inAnyNamespace() : all.inNamespace(namespace);
    }
}
