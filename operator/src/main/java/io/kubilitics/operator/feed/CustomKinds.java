package io.kubilitics.operator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.Kind;
import java.util.Optional;
import java.util.Set;

/** Which custom resources are watched: those of every definition in force, but for a few that are noise. */
final class CustomKinds {

    /** Kinds that we know by name and that come with a definition of their own. */
    static final Set<String> GROUPS_OF_KNOWN = Set.of(Kind.GATEWAY.group(), Kind.VERTICAL_AUTOSCALER.group());

    /**
     * Groups whose objects are written by the thousand and say nothing of whether something works: reports and measurements, and
     * the books that network plugins keep. Our own are watched by whoever carries them out, and need no second watch.
     */
    private static final Set<String> NOISY_GROUPS = Set.of(
            "kubilitics.io",
            "events.k8s.io",
            "metrics.k8s.io",
            "custom.metrics.k8s.io",
            "external.metrics.k8s.io",
            "wgpolicyk8s.io",
            "openreports.io",
            "reports.kyverno.io",
            "aquasecurity.github.io",
            "spdx.softwarecomposition.kubescape.io",
            "results.tekton.dev",
            "crd.projectcalico.org");

    private static final Set<Kind> NOISY = Set.of(
            new Kind("cilium.io", "CiliumEndpoint"),
            new Kind("cilium.io", "CiliumIdentity"),
            new Kind("cilium.io", "CiliumNode"),
            new Kind("kyverno.io", "UpdateRequest"),
            new Kind("kyverno.io", "AdmissionReport"),
            new Kind("kyverno.io", "BackgroundScanReport"),
            new Kind("kyverno.io", "ClusterAdmissionReport"),
            new Kind("kyverno.io", "ClusterBackgroundScanReport"),
            new Kind("autoscaling.k8s.io", "VerticalPodAutoscalerCheckpoint"),
            new Kind("longhorn.io", "EngineImage"),
            new Kind("k3s.cattle.io", "ETCDSnapshotFile"));

    private CustomKinds() {}

    /** Where to ask for what a CustomResourceDefinition defines; nothing while it is not in force, or when it is noise. */
    static Optional<Source> source(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        String name = spec.path("names").path("kind").asText();
        String plural = spec.path("names").path("plural").asText();
        if (name.isBlank() || plural.isBlank() || !established(definition)) {
            return Optional.empty();
        }
        Kind kind = new Kind(spec.path("group").asText(), name);
        return noisy(kind)
                ? Optional.empty()
                : Sources.preferred(spec.path("versions")
                                .valueStream()
                                .filter(version -> version.path("served").asBoolean())
                                .map(version -> version.path("name").asText()))
                        .map(version -> new Source(
                                kind,
                                version,
                                plural,
                                !spec.path("scope").asText().equals("Cluster"),
                                Optional.empty()));
    }

    private static boolean noisy(Kind kind) {
        return NOISY_GROUPS.contains(kind.group()) || NOISY.contains(kind);
    }

    private static boolean established(JsonNode definition) {
        boolean leaving = definition.path("metadata").has("deletionTimestamp");
        return !leaving
                && definition
                        .path("status")
                        .path("conditions")
                        .valueStream()
                        .anyMatch(condition -> condition.path("type").asText().equals("Established")
                                && condition.path("status").asText().equals("True"));
    }
}
