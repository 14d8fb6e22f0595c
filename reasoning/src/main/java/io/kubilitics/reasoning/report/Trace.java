package io.kubilitics.reasoning.report;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.fit.NodeFit;
import io.kubilitics.reasoning.Hypothesis;
import io.kubilitics.reasoning.Step;
import io.kubilitics.reasoning.Verdict;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.report.Report.TraceStep;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How the answer was found, step by step, in words. */
final class Trace {

    private Trace() {}

    static List<TraceStep> of(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> step(i + 1, steps.get(i)))
                .toList();
    }

    private static TraceStep step(int number, Step step) {
        return switch (step) {
            case Step.Opened(var question, var symptoms, var _) ->
                new TraceStep(number, "opened", "%s: %d symptoms".formatted(question.scope(), symptoms.size()));
            case Step.Supposed(var hypotheses) ->
                new TraceStep(number, "supposed", "%d hypotheses".formatted(hypotheses.size()));
            case Step.Looked(var probe, var evidence) ->
                new TraceStep(number, "looked", words(probe) + ": " + words(evidence));
            case Step.Ruled(var hypothesis, var ruling) ->
                new TraceStep(number, "ruled", words(hypothesis) + ": " + words(ruling));
            case Step.Struck(var cause, var claims) ->
                new TraceStep(number, "struck", "%s: %d claims no longer hold".formatted(cause, claims.size()));
            case Step.Concluded(var verdict) -> new TraceStep(number, "concluded", words(verdict));
        };
    }

    static String words(Probe probe) {
        return switch (probe) {
            case Probe.OfObject(var ref) -> "object " + ref;
            case Probe.OfEvents(var about) -> "events of " + about;
            case Probe.OfLogs(var pod, var container, var previous) -> log(pod, container, previous);
            case Probe.OfKind(var kind, var namespace) -> "all %ss%s".formatted(kind, of(namespace));
            case Probe.OfGone(var kind, var namespace) -> "%ss that are gone%s".formatted(kind, of(namespace));
            case Probe.OfRelated(var from, var type) -> "what %s refers to (%s)".formatted(from, type.id());
            case Probe.OfReferrers(var to, var type) -> "what refers to %s (%s)".formatted(to, type.id());
            case Probe.OfTroubles(var pod, var container, var previous) ->
                "trouble in the " + log(pod, container, previous);
            case Probe.OfStores(var namespace) -> "who keeps data in namespace " + namespace;
            case Probe.OfComplaints(var workload) -> "complaints in the logs of " + workload;
            case Probe.OfChanges(var ref) -> "changes of " + ref;
            case Probe.OfNeighbours(var ref) -> "owners of " + ref;
            case Probe.OfHealth(var ref) -> "health of " + ref;
            case Probe.OfAffected(var ref, var _) -> "who depends on " + ref;
            case Probe.OfFit(var pod) -> "which nodes would take " + pod;
            case Probe.OfReach(var from, var to, var port, var _) ->
                "whether %s may reach port %d of %s".formatted(from, port, to);
            case Probe.OfIntent(var ref) -> "how %s was meant".formatted(ref);
            case Probe.OfMetrics() -> "metrics";
            case Probe.OfShifts() -> "what changed in the numbers";
            case Probe.OfAlerts() -> "alerts";
            case Probe.OfTrials() -> "active checks";
            case Probe.OfRights(var account, var verb, var target) ->
                "whether %s may %s %s".formatted(account, verb, target);
            case Probe.OfPolicy(var action) -> "whether a change of %s is allowed".formatted(action.target());
        };
    }

    private static String log(ResourceRef pod, String container, boolean previous) {
        return "%slog of container %s of %s".formatted(previous ? "previous " : "", container, pod);
    }

    private static String of(String namespace) {
        return namespace.isEmpty() ? "" : " of namespace " + namespace;
    }

    private static String words(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Found(var resource) ->
                "found, version " + resource.meta().resourceVersion();
            case Evidence.Missing _ -> "does not exist";
            case Evidence.Objects(var resources, var complete) ->
                resources.size() + " found" + (complete ? "" : ", there may be more");
            case Evidence.Related(var refs) -> refs.size() + " found";
            case Evidence.Events(var events) -> events.size() + " events";
            case Evidence.Lines(var lines) -> lines.size() + " lines";
            case Evidence.Troubles(var lines) -> lines.size() + " kinds of trouble";
            case Evidence.Complaints(var complaints) -> complaints.size() + " complaints";
            case Evidence.Changes(var history) -> history.changes().size() + " changes";
            case Evidence.Neighbours(var top) -> "belongs to " + top;
            case Evidence.Unwell(var symptoms) -> symptoms.size() + " symptoms";
            case Evidence.Affected(var refs) -> refs.size() + " found";
            case Evidence.Fits(var nodes) ->
                nodes.stream().filter(NodeFit::free).count() + " of " + nodes.size() + " nodes";
            case Evidence.Reach(var answer) -> answer.name().toLowerCase(Locale.ROOT);
            case Evidence.Measured(var metrics) -> metrics.series().size() + " series";
            case Evidence.Shifted(var shifts) -> shifts.apps().size() + " applications and nodes compared";
            case Evidence.Alerts(var alerts) -> alerts.size() + " alerts";
            case Evidence.Tried(var probes) -> probes.connections().size() + " connections tried";
            case Evidence.Unavailable(var why) -> why;
        };
    }

    private static String words(Hypothesis hypothesis) {
        // One for each of tens of thousands: a format would be read each time.
        return hypothesis.cause() + " for " + hypothesis.symptom();
    }

    private static String words(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Confirmed confirmed -> "confirmed: " + Plain.text(confirmed.summary());
            case Ruling.Refuted(var why) -> "refuted: " + Plain.text(why);
            case Ruling.Open(var why, var _) -> "open: " + Plain.text(why);
        };
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Diagnosed(var causes, var unexplained) ->
                "%d causes, %d symptoms unexplained".formatted(causes.size(), unexplained.size());
            case Verdict.Healthy _ -> "nothing is unwell";
            case Verdict.Inconclusive(var why, var _) -> Plain.text(why);
        };
    }
}
