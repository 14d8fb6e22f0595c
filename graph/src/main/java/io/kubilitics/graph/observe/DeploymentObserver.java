package io.kubilitics.graph.observe;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.world.Observation;
import java.util.List;
import java.util.Optional;

/** Deployments. */
final class DeploymentObserver implements Observer<Deployment> {

    @Override
    public Kind kind() {
        return Kind.DEPLOYMENT;
    }

    @Override
    public Class<Deployment> model() {
        return Deployment.class;
    }

    @Override
    public List<Observation> observe(Deployment object) {
        ResourceRef ref = Reading.ref(kind(), object);
        PodTemplate template = Templates.template(
                ref.namespace(), object.getSpec().getTemplate().getSpec());
        DeploymentStatus status = Optional.ofNullable(object.getStatus()).orElseGet(DeploymentStatus::new);
        Long observed = status.getObservedGeneration();
        DeploymentFacts facts = new DeploymentFacts(
                Optional.ofNullable(object.getSpec().getReplicas()).orElse(1),
                Reading.number(status.getUpdatedReplicas()),
                Reading.number(status.getAvailableReplicas()),
                observed != null && observed.equals(object.getMetadata().getGeneration()),
                template,
                Reading.list(status.getConditions()).stream()
                        .map(it -> Reading.condition(
                                it.getType(),
                                it.getStatus(),
                                it.getReason(),
                                it.getMessage(),
                                it.getLastTransitionTime()))
                        .toList());
        return Reading.seen(kind(), object, facts, Templates.reads(ref, template));
    }
}
