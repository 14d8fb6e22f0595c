package io.kubilitics.graph.health;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ClaimFacts;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.StorageClassFacts;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Relation;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is unwell about a PersistentVolumeClaim. One that waits for its first pod is not. */
final class ClaimHealth {

    private static final Duration PROVISIONING = Duration.ofMinutes(2);
    private static final String SELECTED = "volume.kubernetes.io/selected-node";

    private static final Set<String> REFUSED = Set.of("ProvisioningFailed", "FailedBinding", "ClaimMisbound");
    private static final Set<String> NOT_RESIZED =
            Set.of("VolumeResizeFailed", "FileSystemResizeFailed", "ExternalExpandingFailed");

    private ClaimHealth() {}

    static Stream<Symptom> symptoms(Resource claim, ClaimFacts facts, Look look) {
        if (facts.phase().equals("Lost")) {
            return Stream.of(Look.symptom(Ailment.CLAIM_LOST, claim, "", "volume " + facts.volume()));
        }
        return facts.bound() ? resizing(claim, facts, look).stream() : pending(claim, facts, look).stream();
    }

    private static Optional<Symptom> pending(Resource claim, ClaimFacts facts, Look look) {
        if (!look.lasting(claim.meta().created(), PROVISIONING)) {
            return Optional.empty();
        }
        Optional<ResourceRef> named = facts.wish()
                .storageClass()
                .filter(name -> !name.isEmpty())
                .map(name -> ResourceRef.clusterWide(Kind.STORAGE_CLASS, name));
        if (named.filter(look::absent).isPresent()) {
            return named.map(ref -> Look.symptom(Ailment.CLAIM_PENDING, claim, "", "%s does not exist".formatted(ref)));
        }
        Optional<EventNote> refused = look.warning(claim.ref(), REFUSED);
        return refused.isPresent() || !waits(claim, named, look)
                ? Optional.of(Look.symptom(
                        Ailment.CLAIM_PENDING,
                        claim,
                        "",
                        refused.map(EventNote::message).orElse("")))
                : Optional.empty();
    }

    /** Its class makes a volume only when a pod is about to run, and none is. */
    private static boolean waits(Resource claim, Optional<ResourceRef> named, Look look) {
        boolean lazy = named.flatMap(ref -> look.world().find(ref))
                .or(() -> look.world()
                        .all(Kind.STORAGE_CLASS)
                        .filter(ClaimHealth::serves)
                        .findFirst())
                .map(resource -> resource.facts() instanceof StorageClassFacts facts && facts.waits())
                .orElse(false);
        boolean chosen = claim.meta().annotations().containsKey(SELECTED);
        return lazy
                && !chosen
                && look.world()
                        .from(claim.ref(), Relation.Type.MOUNTS)
                        .flatMap(pod -> look.world().find(pod).stream())
                        .noneMatch(pod -> pod.facts() instanceof PodFacts facts
                                && !facts.node().isEmpty());
    }

    private static boolean serves(Resource storageClass) {
        return storageClass.facts() instanceof StorageClassFacts facts && facts.serves();
    }

    private static Optional<Symptom> resizing(Resource claim, ClaimFacts facts, Look look) {
        return facts.conditions().stream()
                .filter(condition -> condition.type().endsWith("ResizeError") && condition.holds())
                .findFirst()
                .map((Condition condition) -> Look.symptom(Ailment.CLAIM_NOT_RESIZED, claim, condition))
                .or(() -> look.warning(claim.ref(), NOT_RESIZED)
                        .filter(_ -> facts.wish().size().moreThan(facts.size()))
                        .map(event -> new Symptom(
                                Ailment.CLAIM_NOT_RESIZED, claim.ref(), "", event.message(), event.last())));
    }
}
