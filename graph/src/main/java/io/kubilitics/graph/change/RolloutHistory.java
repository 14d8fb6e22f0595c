package io.kubilitics.graph.change;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ReplicaSetFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a Deployment's rollouts changed, read from the ReplicaSets it keeps: known even when nobody was watching. */
public final class RolloutHistory {

    private RolloutHistory() {}

    /** Oldest first. */
    public static List<Change> of(World world, ResourceRef deployment) {
        List<Resource> revisions = world.to(deployment, Relation.Type.OWNS)
                .filter(owned -> owned.kind().equals(Kind.REPLICA_SET))
                .flatMap(owned -> world.find(owned).stream())
                .filter(owned -> owned.facts() instanceof ReplicaSetFacts known && known.revision() > 0)
                .sorted(Comparator.comparingInt(RolloutHistory::revision))
                .toList();
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i < revisions.size(); i++) {
            Resource then = revisions.get(i - 1);
            Resource now = revisions.get(i);
            changes.addAll(Differences.between(
                    deployment, facts(then).template(), facts(now).template(), at(then, now)));
        }
        return List.copyOf(changes);
    }

    /** A rollback brings an old ReplicaSet back: then its creation tells nothing, but the number was written anew. */
    private static Instant at(Resource then, Resource now) {
        Instant created = now.meta().created();
        return created.isBefore(then.meta().created()) ? now.meta().changed() : created;
    }

    private static int revision(Resource replicaSet) {
        return facts(replicaSet).revision();
    }

    private static ReplicaSetFacts facts(Resource replicaSet) {
        return (ReplicaSetFacts) replicaSet.facts();
    }
}
