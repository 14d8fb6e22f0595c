package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.Expectation;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.status.ExpectationCheck;
import io.kubilitics.crds.proposal.status.ExpectationCheck.Result;
import io.kubilitics.crds.proposal.status.Version;
import io.kubilitics.crds.proposal.status.Write;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.world.Presence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a proposal expects, held against the body's own world. */
final class Expectations {

    private Expectations() {}

    /** Whether the world has seen every write; before that it can only tell of what was. */
    static boolean caughtUp(Situation situation) {
        List<ProposedAction> actions = situation.spec().actions();
        List<Write> writes = ExecutePhase.execution(situation).writes();
        for (int place = 0; place < writes.size(); place++) {
            Version written = Objects.requireNonNull(writes.get(place).after(), "verified before written");
            ResourceRef target = Impacts.ref(actions.get(place).target());
            if (!situation
                    .world()
                    .find(target)
                    .map(seen -> notOlder(seen, written))
                    .orElse(false)) {
                return false;
            }
        }
        return true;
    }

    /** Versions of one object are numbers that rise; Kubernetes promises it since 1.35 and always did it. */
    private static boolean notOlder(Resource seen, Version written) {
        String version = seen.meta().resourceVersion();
        return version.equals(written.resourceVersion())
                || version.length() > written.resourceVersion().length()
                || (version.length() == written.resourceVersion().length()
                        && version.compareTo(written.resourceVersion()) > 0);
    }

    static List<ExpectationCheck> check(Situation situation) {
        return situation.spec().expect().stream()
                .map(expectation -> check(situation, expectation))
                .toList();
    }

    private static ExpectationCheck check(Situation situation, Expectation expectation) {
        ResourceRef object = Impacts.ref(expectation.object());
        if (situation.world().presence(object) == Presence.UNSEEN
                || !situation.world().listed(Kind.POD, object.namespace())) {
            return new ExpectationCheck(Result.UNSEEN, object + " or its pods cannot be seen");
        }
        return switch (expectation.kind()) {
            case SYMPTOM_GONE -> symptomGone(situation, object, Objects.requireNonNullElse(expectation.symptom(), ""));
            case WORKLOAD_READY -> workloadReady(situation, object);
        };
    }

    private static ExpectationCheck symptomGone(Situation situation, ResourceRef object, String symptom) {
        Optional<Ailment> ailment = Ailment.of(symptom);
        if (ailment.isEmpty()) {
            return new ExpectationCheck(Result.UNSEEN, "no symptom is called " + symptom);
        }
        return Surroundings.below(situation, Set.of(object)).shows(ailment.get())
                ? new ExpectationCheck(Result.NOT_MET, "%s still shows %s".formatted(object, symptom))
                : new ExpectationCheck(Result.MET, "%s no longer shows %s".formatted(object, symptom));
    }

    private static ExpectationCheck workloadReady(Situation situation, ResourceRef object) {
        Optional<Resource> workload = situation.world().find(object);
        if (workload.isEmpty()) {
            return new ExpectationCheck(Result.NOT_MET, object + " does not exist");
        }
        if (!(workload.get().facts() instanceof DeploymentFacts deployment)) {
            return new ExpectationCheck(
                    Result.UNSEEN, "whether a %s is ready is not known here".formatted(object.kind()));
        }
        String replicas =
                "%s: %d of %d replicas are available".formatted(object, deployment.available(), deployment.desired());
        boolean ready = deployment.complete()
                && Surroundings.below(situation, Set.of(object)).well();
        return new ExpectationCheck(ready ? Result.MET : Result.NOT_MET, replicas);
    }
}
