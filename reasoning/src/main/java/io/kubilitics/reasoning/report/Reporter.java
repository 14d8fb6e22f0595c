package io.kubilitics.reasoning.report;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.Impairment;
import io.kubilitics.reasoning.Step;
import io.kubilitics.reasoning.Step.Concluded;
import io.kubilitics.reasoning.Step.Opened;
import io.kubilitics.reasoning.Step.Ruled;
import io.kubilitics.reasoning.Verdict;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.cause.Claim;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.report.Report.Alternative;
import io.kubilitics.reasoning.report.Report.Coverage;
import io.kubilitics.reasoning.report.Report.Evidence;
import io.kubilitics.reasoning.report.Report.Ref;
import io.kubilitics.reasoning.report.Report.Remedy;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the report of a finished investigation from its steps. */
public record Reporter(Catalogue catalogue) {

    public Report report(String name, List<Step> steps) {
        Opened opened = (Opened) steps.getFirst();
        Verdict verdict = ((Concluded) steps.getLast()).verdict();
        List<Diagnosis> chosen = verdict instanceof Verdict.Diagnosed diagnosed ? diagnosed.causes() : List.of();
        List<Ruled> others = steps.stream()
                .filter(Ruled.class::isInstance)
                .map(Ruled.class::cast)
                .filter(ruled -> chosen.stream().noneMatch(diagnosis -> isAbout(diagnosis, ruled)))
                .toList();
        return new Report(
                name,
                status(verdict),
                chosen.stream().map(this::cause).toList(),
                alternatives(others),
                Impairment.of(steps).stream().map(Reporter::ref).toList(),
                Trace.of(steps),
                others.stream()
                        .flatMap(ruled -> refuted(ruled).stream())
                        .distinct()
                        .toList(),
                coverage(opened),
                decides(verdict));
    }

    private static boolean isAbout(Diagnosis diagnosis, Ruled ruled) {
        return diagnosis.cause().equals(ruled.hypothesis().cause())
                && diagnosis.explains().contains(ruled.hypothesis().symptom());
    }

    private static String status(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Diagnosed _ -> "diagnosed";
            case Verdict.Healthy _ -> "healthy";
            case Verdict.Inconclusive _ -> "inconclusive";
        };
    }

    private Report.Cause cause(Diagnosis diagnosis) {
        Ruling.Confirmed ruling = diagnosis.ruling();
        return new Report.Cause(
                diagnosis.cause(),
                catalogue.cause(diagnosis.cause()).category(),
                ref(ruling.object()),
                ruling.confidence().name().toLowerCase(Locale.ROOT),
                Stream.concat(diagnosis.explains().stream(), diagnosis.follows().stream())
                        .map(Symptom::subject)
                        .distinct()
                        .map(Reporter::ref)
                        .toList(),
                ruling.summary(),
                evidence(ruling.claims()),
                ruling.remedy().map(Reporter::remedy).orElse(null),
                Plain.text(ruling.advice()),
                ruling.harmful());
    }

    private static List<Evidence> evidence(List<Claim> claims) {
        return IntStream.range(0, claims.size())
                .mapToObj(i -> new Evidence(
                        "e" + (i + 1),
                        Plain.text(claims.get(i).says()),
                        Trace.words(claims.get(i).source()),
                        claims.get(i).tainted()))
                .toList();
    }

    private static Remedy remedy(Action action) {
        return switch (action) {
            case Action.Patch(var target, var fields, var why) -> new Remedy("patch", ref(target), fields.tree(), why);
        };
    }

    /** What was confirmed and not chosen comes first, the surest of it first. */
    private List<Alternative> alternatives(List<Ruled> others) {
        return others.stream()
                .sorted(Comparator.comparing((Ruled ruled) -> ruled.ruling() instanceof Ruling.Open)
                        .thenComparing(Reporter::sureness))
                .flatMap(ruled -> open(ruled).stream())
                .distinct()
                .toList();
    }

    private static Confidence sureness(Ruled ruled) {
        return ruled.ruling() instanceof Ruling.Confirmed confirmed ? confirmed.confidence() : Confidence.WEAK;
    }

    private Optional<Alternative> open(Ruled ruled) {
        return switch (ruled.ruling()) {
            case Ruling.Open(var why, var _) ->
                Optional.of(alternative(ruled, ruled.hypothesis().symptom().subject(), why));
            case Ruling.Confirmed confirmed ->
                Optional.of(alternative(ruled, confirmed.object(), "a surer cause explains the same"));
            case Ruling.Refuted _ -> Optional.empty();
        };
    }

    private Optional<Alternative> refuted(Ruled ruled) {
        return ruled.ruling() instanceof Ruling.Refuted(var why)
                ? Optional.of(alternative(ruled, ruled.hypothesis().symptom().subject(), why))
                : Optional.empty();
    }

    private Alternative alternative(Ruled ruled, ResourceRef object, String why) {
        String id = ruled.hypothesis().cause();
        return new Alternative(id, catalogue.cause(id).category(), ref(object), Plain.text(why));
    }

    private static Coverage coverage(Opened opened) {
        List<String> unseen = opened.question().unseen();
        return new Coverage(opened.question().scope().toString(), unseen.isEmpty(), unseen);
    }

    private static List<String> decides(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Inconclusive(var why, var decides) ->
                Stream.concat(Stream.of(why), decides.stream()).map(Plain::text).toList();
            case Verdict.Diagnosed(var _, var unexplained) ->
                unexplained.stream().map(symptom -> "unexplained: " + symptom).toList();
            case Verdict.Healthy _ -> List.of();
        };
    }

    private static Ref ref(ResourceRef ref) {
        return new Ref(ref.kind().name(), ref.namespace(), ref.name());
    }
}
