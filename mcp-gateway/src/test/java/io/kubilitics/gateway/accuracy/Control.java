package io.kubilitics.gateway.accuracy;

import io.kubilitics.gateway.accuracy.Answer.Found;
import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Past;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.History;
import io.kubilitics.graph.facts.ContainerState;
import io.kubilitics.graph.facts.ContainerStatus;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.reasoning.cause.Catalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Ways of answering that take no thought. Whoever thinks must be far better. */
enum Control {
    CATALOGUE_EMPTIED {
        @Override
        Answer answer(Bundle bundle) {
            return Bench.answer(bundle, new Catalogue(List.of()));
        }
    },
    LATEST_CHANGE {
        @Override
        Answer answer(Bundle bundle) {
            Stream<Change> seen = bundle.world().all().flatMap(resource -> changes(bundle, resource));
            Stream<Change> told = Past.changes(bundle.world(), bundle.extras().timeline()).stream();
            return one(Stream.concat(seen, told)
                    .filter(change ->
                            change.about().filter(Control::isPartOfWorkloads).isPresent())
                    .max(Comparator.comparing(Change::at))
                    .map(change -> found(
                            "recent-change-regression",
                            "recent-change-regression",
                            bundle,
                            change.about().orElseThrow())));
        }
    },
    FIRST_REASON {
        @Override
        Answer answer(Bundle bundle) {
            return one(bundle.world()
                    .all(Kind.POD)
                    .sorted(Comparator.comparing(Resource::ref))
                    .filter(pod -> pod.facts() instanceof PodFacts facts && !facts.ready() && !facts.finished())
                    .flatMap(pod -> found(bundle, pod).stream())
                    .findFirst());
        }
    };

    /** What a table that everybody could write down makes of the reasons that Kubernetes shows: cause and family. */
    private static final Map<String, List<String>> REASONS = Map.ofEntries(
            Map.entry("ImagePullBackOff", List.of("incorrect-image-reference", "image-pull-not-found")),
            Map.entry("ErrImagePull", List.of("incorrect-image-reference", "image-pull-not-found")),
            Map.entry("InvalidImageName", List.of("incorrect-image-reference", "image-pull-not-found")),
            Map.entry("CreateContainerConfigError", List.of("missing-secret-binding", "secret-missing")),
            Map.entry("OOMKilled", List.of("oom-killed", "oom-killed")),
            Map.entry("CrashLoopBackOff", List.of("application-crash", "app-crash")),
            Map.entry("Error", List.of("application-crash", "app-crash")),
            Map.entry("Unschedulable", List.of("node-selector-mismatch", "scheduling-unsatisfiable")),
            Map.entry("Evicted", List.of("node-pressure", "node-pressure")),
            Map.entry("ContainerCreating", List.of("volume-mount-permission-denied", "volume-attach-failed")),
            Map.entry("ContainersNotReady", List.of("readiness-probe-incorrect-port", "probe-misconfigured")));

    abstract Answer answer(Bundle bundle);

    private static Stream<Change> changes(Bundle bundle, Resource resource) {
        return History.of(bundle.world(), resource.ref()).changes().stream();
    }

    /** Leases and events change all the time. */
    private static boolean isPartOfWorkloads(ResourceRef ref) {
        return !ref.namespace().startsWith("kube-")
                && !List.of(Kind.POD, Kind.REPLICA_SET, Kind.ENDPOINT_SLICE, Kind.LEASE, Kind.EVENT)
                        .contains(ref.kind());
    }

    private static Optional<Found> found(Bundle bundle, Resource pod) {
        PodFacts facts = (PodFacts) pod.facts();
        Stream<String> told = Stream.of(
                        Stream.of(facts.reason()),
                        facts.statuses().stream().flatMap(Control::reasons),
                        facts.conditions().stream().map(condition -> condition.reason()))
                .flatMap(reasons -> reasons);
        return told.filter(REASONS::containsKey)
                .findFirst()
                .map(REASONS::get)
                .map(names -> found(names.get(0), names.get(1), bundle, pod.ref()));
    }

    private static Stream<String> reasons(ContainerStatus status) {
        return Stream.concat(Stream.of(status.now()), status.before().stream()).flatMap(state -> switch (state) {
            case ContainerState.Waiting waiting -> Stream.of(waiting.reason());
            case ContainerState.Ended ended -> Stream.of(ended.reason());
            case ContainerState.Running _ -> Stream.empty();
        });
    }

    private static Found found(String cause, String category, Bundle bundle, ResourceRef at) {
        ResourceRef top = bundle.world().topOwner(at);
        return new Found(cause, category, top.kind().name(), top.namespace(), top.name(), 0);
    }

    private static Answer one(Optional<Found> found) {
        return new Answer(
                found.isPresent() ? "diagnosed" : "healthy", found.stream().toList());
    }
}
