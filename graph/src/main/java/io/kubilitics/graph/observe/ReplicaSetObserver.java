package io.kubilitics.graph.observe;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ReplicaSetFacts;
import io.kubilitics.graph.world.Observation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** ReplicaSets. */
final class ReplicaSetObserver implements Observer<ReplicaSet> {

    private static final String REVISION = "deployment.kubernetes.io/revision";

    @Override
    public Kind kind() {
        return Kind.REPLICA_SET;
    }

    @Override
    public Class<ReplicaSet> model() {
        return ReplicaSet.class;
    }

    @Override
    public List<Observation> observe(ReplicaSet object) {
        ResourceRef ref = Reading.ref(kind(), object);
        ReplicaSetStatus status = Optional.ofNullable(object.getStatus()).orElseGet(ReplicaSetStatus::new);
        ReplicaSetFacts facts = new ReplicaSetFacts(
                revision(object),
                Optional.ofNullable(object.getSpec().getReplicas()).orElse(1),
                Reading.number(status.getReadyReplicas()),
                Templates.template(
                        ref.namespace(), object.getSpec().getTemplate().getSpec()));
        return Reading.seen(kind(), object, facts, Stream.empty());
    }

    private static int revision(ReplicaSet object) {
        String number = Reading.map(object.getMetadata().getAnnotations()).getOrDefault(REVISION, "0");
        return number.chars().allMatch(Character::isDigit) && number.length() < 10 ? Integer.parseInt(number) : 0;
    }
}
