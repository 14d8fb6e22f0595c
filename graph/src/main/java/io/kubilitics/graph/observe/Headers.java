package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Meta;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every object carries in its metadata. */
final class Headers {

    private static final int LONGEST_ANNOTATION = 512;

    /** Annotations that say something about the cluster's work. */
    private static final Set<String> TELLING = Set.of(
            "deployment.kubernetes.io/revision",
            "kubectl.kubernetes.io/restartedAt",
            "kubernetes.io/ingress.class",
            "kubernetes.io/change-cause",
            "kubernetes.io/service-account.name",
            "ingressclass.kubernetes.io/is-default-class",
            "storageclass.kubernetes.io/is-default-class",
            "volume.kubernetes.io/selected-node",
            "volume.kubernetes.io/storage-provisioner",
            "volume.beta.kubernetes.io/storage-class",
            "controller.kubernetes.io/pod-deletion-cost",
            "nginx.ingress.kubernetes.io/backend-protocol",
            "nginx.ingress.kubernetes.io/rewrite-target",
            "autoscaling.keda.sh/paused");

    private static final List<String> TELLING_PREFIXES = List.of(
            "argocd.argoproj.io/",
            "kustomize.toolkit.fluxcd.io/",
            "helm.toolkit.fluxcd.io/",
            "meta.helm.sh/",
            "helm.sh/",
            "cert-manager.io/",
            "reloader.stakater.com/",
            "cluster-autoscaler.kubernetes.io/",
            "karpenter.sh/",
            "kubilitics.io/");

    private static final List<Deliverer> DELIVERERS = List.of(
            new Deliverer(new Kind("kustomize.toolkit.fluxcd.io", "Kustomization"), "kustomize.toolkit.fluxcd.io/"),
            new Deliverer(new Kind("helm.toolkit.fluxcd.io", "HelmRelease"), "helm.toolkit.fluxcd.io/"));

    private Headers() {}

    static Meta meta(Field metadata, String namespace) {
        Instant created = metadata.at("creationTimestamp").time();
        List<Meta.Edit> edits = metadata.at("managedFields").list(Headers::edit);
        Instant changed = edits.stream().map(Meta.Edit::at).reduce(created, (a, b) -> a.isAfter(b) ? a : b);
        return meta(metadata, namespace, metadata.at("resourceVersion").text(), changed, edits);
    }

    /** The same without what changes each time it is written. */
    static Meta quiet(Field metadata, String namespace) {
        return meta(metadata, namespace, "", metadata.at("creationTimestamp").time(), List.of());
    }

    private static Meta meta(Field metadata, String namespace, String version, Instant changed, List<Meta.Edit> edits) {
        return new Meta(
                metadata.at("uid").text(),
                version,
                metadata.at("generation").large(),
                metadata.at("creationTimestamp").time(),
                changed,
                metadata.at("deletionTimestamp").exists()
                        ? Optional.of(metadata.at("deletionTimestamp").time())
                        : Optional.empty(),
                Shared.value(Map.copyOf(metadata.at("labels").pairs())),
                annotations(metadata.at("annotations")),
                metadata.at("finalizers").texts(),
                metadata.at("ownerReferences")
                        .each()
                        .flatMap(owner -> owner(owner, namespace).stream())
                        .toList(),
                edits);
    }

    private static Map<String, String> annotations(Field annotations) {
        return annotations.map((name, value) -> value.given()
                .filter(_ -> TELLING.contains(name) || TELLING_PREFIXES.stream().anyMatch(name::startsWith))
                .map(text -> text.length() > LONGEST_ANNOTATION ? text.substring(0, LONGEST_ANNOTATION) : text));
    }

    private static Optional<Meta.Owner> owner(Field owner, String namespace) {
        String kind = owner.at("kind").text();
        return kind.isBlank()
                ? Optional.empty()
                : Sight.target(
                                Kind.of(owner.at("apiVersion").text(), kind),
                                namespace,
                                owner.at("name").text())
                        .map(ref -> new Meta.Owner(
                                Shared.value(ref),
                                owner.at("uid").text(),
                                owner.at("controller").yes()));
    }

    private static Meta.Edit edit(Field entry) {
        return new Meta.Edit(
                entry.at("manager").text(),
                entry.at("operation").text(),
                entry.at("subresource").text(),
                entry.at("time").time());
    }

    /** Flux labels what it brings; Argo CD keeps the list on its side. */
    static Optional<ResourceRef> deliveredBy(Sight sight) {
        return DELIVERERS.stream()
                .flatMap(deliverer -> Sight.target(
                        deliverer.kind(),
                        sight.label(deliverer.prefix() + "namespace"),
                        sight.label(deliverer.prefix() + "name"))
                        .stream())
                .findFirst();
    }

    /** Someone who brings objects into the cluster and labels them. */
    private record Deliverer(Kind kind, String prefix) {}
}
