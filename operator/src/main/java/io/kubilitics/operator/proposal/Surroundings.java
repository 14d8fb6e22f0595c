package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.impact.Dependents;
import io.kubilitics.graph.world.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is unwell around the targets of a proposal: at them, below them, and at whoever uses what is in them. Told of the workload, not of
 * the pod, so that a pod and the one that replaced it show the same symptom.
 */
record Surroundings(List<Sign> signs) {

    /** One symptom, as it stays the same when pods come and go. */
    record Sign(Ailment ailment, ResourceRef workload, String part) {
        @Override
        public String toString() {
            return "%s: %s%s".formatted(workload, ailment.id(), part.isEmpty() ? "" : " (container " + part + ")");
        }
    }

    private static final int MOST = 50;
    private static final int LONGEST = 256;

    static Surroundings of(Situation situation) {
        World world = situation.world();
        Set<ResourceRef> tops = new LinkedHashSet<>();
        for (ProposedAction action : situation.spec().actions()) {
            ResourceRef target = Impacts.ref(action.target());
            tops.add(world.topOwner(target));
            Dependents.users(world, target).map(world::topOwner).forEach(tops::add);
        }
        return below(situation, tops);
    }

    static Surroundings below(Situation situation, Set<ResourceRef> tops) {
        List<Symptom> symptoms = Health.symptoms(situation.world(), new Scope.Below(tops), situation.now());
        return new Surroundings(symptoms.stream()
                .map(symptom ->
                        new Sign(symptom.ailment(), situation.world().topOwner(symptom.subject()), symptom.part()))
                .distinct()
                .toList());
    }

    boolean shows(Ailment ailment) {
        return signs.stream().anyMatch(sign -> sign.ailment() == ailment);
    }

    boolean well() {
        return signs.isEmpty();
    }

    /** As a status keeps them. */
    List<String> lines() {
        return signs.stream()
                .map(Sign::toString)
                .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) : line)
                .limit(MOST)
                .toList();
    }
}
