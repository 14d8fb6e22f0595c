package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.facts.CronJobFacts;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.StatefulSetFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Somebody switched off what others count on, in one of the ways in which workloads are switched off. */
enum SwitchedOff implements Cause {
    SCALED_TO_ZERO("deployment-zero-replicas", "scaled-to-zero", "is scaled to zero"),
    SUSPENDED("cron-suspended", "cron-suspended", "is suspended"),
    PAUSED("rollout-paused", "recent-change-regression", "has a rollout that is paused");

    private final String id;
    private final String category;
    private final String outcome;

    SwitchedOff(String id, String category, String outcome) {
        this.id = id;
        this.category = category;
        this.outcome = outcome;
    }

    @Override
    public About about() {
        return About.of(id, category, Traffic.cutOffAnd(Ailment.SWITCHED_OFF))
                .means("A workload that others count on %s.".formatted(outcome))
                .confirmedBy("its own specification, while somebody counts on it")
                .refutedBy("it is switched on")
                .cure("switch it on again");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        List<Resource> suspects = switch (symptom.ailment()) {
            case SWITCHED_OFF -> inquiry.object(symptom.subject()).stream().toList();
            case NO_ENDPOINTS -> Traffic.makers(symptom.subject(), inquiry);
            default -> called(symptom, inquiry);
        };
        return allOff(suspects)
                ? confirmed(suspects.getFirst().ref(), inquiry)
                : new Ruling.Refuted("what should run is switched on");
    }

    /** Who should answer to those who complain that nobody does. */
    private List<Resource> called(Symptom symptom, Inquiry inquiry) {
        return Traffic.vain(symptom, inquiry, service -> allOff(Traffic.makers(service, inquiry)))
                .map(call -> Traffic.makers(call.called(), inquiry))
                .orElse(List.of());
    }

    /** Where one of several behind a Service still runs, that they are few is no reason to have none. */
    private boolean allOff(List<Resource> makers) {
        return !makers.isEmpty() && makers.stream().allMatch(maker -> off(maker.facts()));
    }

    boolean off(Facts facts) {
        return switch (this) {
            case SCALED_TO_ZERO -> replicas(facts).orElse(1) == 0;
            case SUSPENDED -> facts instanceof CronJobFacts cron && cron.suspended();
            case PAUSED ->
                facts instanceof DeploymentFacts deployment
                        && deployment.paused()
                        && deployment.desired() > 0
                        && !deployment.complete();
        };
    }

    private static OptionalInt replicas(Facts facts) {
        return switch (facts) {
            case DeploymentFacts deployment -> OptionalInt.of(deployment.desired());
            case StatefulSetFacts set -> OptionalInt.of(set.desired());
            default -> OptionalInt.empty();
        };
    }

    private Ruling confirmed(ResourceRef workload, Inquiry inquiry) {
        return Ruling.confirmed(workload, Confidence.PROVEN, "%s %s".formatted(workload, outcome))
                .claim(Claim.of("its specification says so", new Probe.OfObject(workload)))
                .remedy(remedy(workload, inquiry))
                .advice("switch %s on again, unless whoever switched it off still has a reason".formatted(workload))
                .harmful("restarting those who count on it: they find nobody either");
    }

    private Optional<Action> remedy(ResourceRef workload, Inquiry inquiry) {
        return switch (this) {
            case SCALED_TO_ZERO ->
                inquiry.meant(workload)
                        .map(meant -> replicas(meant.facts()).orElse(0))
                        .filter(count -> count > 0)
                        .map(count -> new Action.Patch(
                                workload,
                                new Fields(Map.of("spec", Map.of("replicas", count))),
                                "run as many replicas as were meant"));
            case SUSPENDED, PAUSED -> Optional.empty();
        };
    }
}
