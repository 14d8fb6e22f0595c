package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ClaimFacts;
import io.kubilitics.graph.facts.ClaimWish;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.StorageClassFacts;
import io.kubilitics.graph.facts.VolumeFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Claims that want a volume, and why those that are there will not do. */
final class Volumes {

    /** Classes of volumes that people make by hand. */
    private static final String BY_HAND = "kubernetes.io/no-provisioner";

    private Volumes() {}

    /** Why a volume does not suit a claim, in the order in which people think of it. */
    enum Misfit {
        CLASS,
        SELECTOR,
        MODES,
        SIZE,
        TAKEN
    }

    record Tried(Resource volume, Set<Misfit> misfits) {
        boolean only(Misfit misfit) {
            return misfits.equals(EnumSet.of(misfit));
        }

        boolean free() {
            return !misfits.contains(Misfit.TAKEN);
        }
    }

    /** Those claims that a symptom of a claim, or of a pod that waits for its claims, speaks of. */
    static List<ResourceRef> claims(Symptom symptom, Inquiry inquiry) {
        return symptom.ailment() == Ailment.UNSCHEDULED
                ? inquiry.to(symptom.subject(), Relation.Type.MOUNTS).stream()
                        .filter(ref -> ref.kind().equals(Kind.CLAIM))
                        .toList()
                : List.of(symptom.subject());
    }

    /** Known not to exist; the scheduler looked for it too, and may have said so. */
    static boolean missing(ResourceRef claim, Symptom symptom, Inquiry inquiry) {
        boolean told = symptom.says().contains("persistentvolumeclaim \"%s\" not found".formatted(claim.name()));
        return inquiry.missing(claim) || (told && inquiry.object(claim).isEmpty());
    }

    static Optional<ClaimFacts> unbound(ResourceRef claim, Inquiry inquiry) {
        return inquiry.facts(claim, ClaimFacts.class).filter(facts -> !facts.bound());
    }

    /** The class that it is asked from; nothing when only a volume without one will do. */
    static Optional<ResourceRef> storageClass(ClaimWish wish, Inquiry inquiry) {
        return wish.storageClass().isPresent()
                ? wish.storageClass()
                        .filter(name -> !name.isEmpty())
                        .map(name -> ResourceRef.clusterWide(Kind.STORAGE_CLASS, name))
                : inquiry.all(Kind.STORAGE_CLASS, "").stream()
                        .filter(each -> each.facts() instanceof StorageClassFacts facts && facts.serves())
                        .map(Resource::ref)
                        .findFirst();
    }

    /** Whether nobody makes a volume for it, so that one has to be there. */
    static boolean byHand(ClaimWish wish, Inquiry inquiry) {
        return storageClass(wish, inquiry)
                .map(ref -> inquiry.facts(ref, StorageClassFacts.class)
                        .map(facts -> facts.provisioner().equals(BY_HAND))
                        .orElseGet(() -> inquiry.missing(ref)))
                .orElse(true);
    }

    /** Every volume that there is, held against the claim. */
    static List<Tried> tried(ResourceRef claim, ClaimFacts facts, Inquiry inquiry) {
        String name = storageClass(facts.wish(), inquiry).map(ResourceRef::name).orElse("");
        String uid = inquiry.object(claim).map(found -> found.meta().uid()).orElse("");
        return inquiry.all(Kind.VOLUME, "").stream()
                .filter(volume -> volume.facts() instanceof VolumeFacts)
                .map(volume -> new Tried(volume, misfits(claim, uid, name, facts.wish(), volume)))
                .toList();
    }

    private static Set<Misfit> misfits(
            ResourceRef claim, String uid, String storageClass, ClaimWish wish, Resource volume) {
        VolumeFacts facts = (VolumeFacts) volume.facts();
        EnumSet<Misfit> misfits = EnumSet.noneOf(Misfit.class);
        boolean kept = facts.claim().filter(holder -> !holder.equals(claim)).isPresent()
                || (facts.claim().isPresent()
                        && !facts.claimUid().isEmpty()
                        && !facts.claimUid().equals(uid));
        note(
                misfits,
                Misfit.TAKEN,
                kept || facts.phase().equals("Released") || facts.phase().equals("Failed"));
        note(misfits, Misfit.CLASS, !facts.storageClass().equals(storageClass));
        note(misfits, Misfit.MODES, !facts.modes().containsAll(wish.modes()));
        note(misfits, Misfit.SIZE, wish.size().moreThan(facts.size()));
        note(misfits, Misfit.SELECTOR, !wish.volumes().matches(volume.meta().labels()));
        return misfits;
    }

    private static void note(Set<Misfit> misfits, Misfit misfit, boolean there) {
        if (there) {
            misfits.add(misfit);
        }
    }

    /** The volume that comes nearest: a free one before one that is taken, and of these the one with the fewest misfits. */
    static Optional<Tried> nearest(List<Tried> tried) {
        return tried.stream()
                .filter(each -> each.free() || each.only(Misfit.TAKEN))
                .min(Comparator.comparingInt((Tried each) -> each.misfits().size())
                        .thenComparing(each -> !each.free())
                        .thenComparing(each -> each.misfits().stream()
                                .min(Comparator.naturalOrder())
                                .orElse(Misfit.TAKEN))
                        .thenComparing(each -> each.volume().ref()));
    }

    /** Who uses a claim, when it is one workload; otherwise the claim itself. */
    static ResourceRef user(ResourceRef claim, Inquiry inquiry) {
        List<ResourceRef> users = inquiry.from(claim, Relation.Type.MOUNTS).stream()
                .filter(user -> user.kind().equals(Kind.POD))
                .map(inquiry::topOwner)
                .distinct()
                .toList();
        return users.size() == 1 ? users.getFirst() : claim;
    }
}
