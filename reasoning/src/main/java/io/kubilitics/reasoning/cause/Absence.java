package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.Spelling;
import io.kubilitics.graph.change.Change.Deleted;
import io.kubilitics.graph.facts.ContainerState;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;

/**
 * Something is referred to and not there: is it the missing one that has to come back, or the one who refers to it that is wrong?
 *
 * @param meant the name that was probably meant, when another one is so close
 * @param deleted when it was taken away, if anybody saw it
 * @param expected whether it was there before, or several count on it
 */
record Absence(
        ResourceRef missing,
        ResourceRef referrer,
        Optional<String> meant,
        Optional<Deleted> deleted,
        boolean expected) {

    static Absence of(ResourceRef missing, ResourceRef referrer, Relation.Type type, Inquiry inquiry) {
        Optional<Deleted> deleted = inquiry.changes(missing).deleted();
        List<ResourceRef> referrers = inquiry.from(missing, type);
        long owners = referrers.stream().map(inquiry::topOwner).distinct().count();
        boolean before = deleted.isPresent()
                || inquiry.meant(missing).isPresent()
                || owners > 1
                || referrers.stream().anyMatch(ref -> worked(ref, inquiry));
        List<String> others = inquiry.all(missing.kind(), missing.namespace()).stream()
                .map(resource -> resource.ref().name())
                .toList();
        return new Absence(
                missing,
                referrer,
                before ? Optional.empty() : Spelling.nearest(missing.name(), others),
                deleted,
                before);
    }

    /** A pod that counts on it and has begun: then it was there. */
    private static boolean worked(ResourceRef ref, Inquiry inquiry) {
        return ref.kind().equals(Kind.POD)
                && inquiry.object(ref)
                        .map(Resource::facts)
                        .filter(facts -> facts instanceof PodFacts pod
                                && pod.statuses().stream()
                                        .anyMatch(status -> status.now() instanceof ContainerState.Running))
                        .isPresent();
    }

    /** Whose change, or return, ends it. */
    ResourceRef fault() {
        return expected ? missing : referrer;
    }

    String guess() {
        return meant.map(name -> "; '" + name + "' was probably meant").orElse("");
    }

    Claim claim() {
        return deleted.map(Recent::claim)
                .orElseGet(() -> Claim.of("%s does not exist".formatted(missing), new Probe.OfObject(missing)));
    }

    String advice() {
        return expected
                ? "create %s again, with all that is read from it".formatted(missing)
                : meant.map(name -> "let %s refer to %s, which is there".formatted(referrer, name))
                        .orElse("create %s, or let %s refer to one that exists".formatted(missing, referrer));
    }
}
