package io.kubilitics.reasoning;

import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.cause.Claim;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.evidence.Toolbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks once more, with eyes of its own, before an answer is shown: the cluster does not wait while somebody thinks. What is no
 * longer so is struck out, and a cause of which anything was struck out is no longer claimed.
 */
public record FactCheck(Catalogue catalogue, Toolbox toolbox) {

    /** The same steps when all of it still holds. */
    public List<Step> check(List<Step> steps) {
        if (!(((Step.Concluded) steps.getLast()).verdict() instanceof Verdict.Diagnosed(var causes, var unexplained))) {
            return steps;
        }
        List<Diagnosis> holding = new ArrayList<>();
        List<Step> checked = new ArrayList<>(steps);
        for (Diagnosis diagnosis : causes) {
            List<Claim> struck = struck(diagnosis, logs(steps));
            if (struck.isEmpty()) {
                holding.add(diagnosis);
            } else {
                checked.add(new Step.Struck(diagnosis.cause(), struck));
            }
        }
        if (holding.size() < causes.size()) {
            checked.add(new Step.Concluded(verdict(holding, unexplained)));
        }
        return List.copyOf(checked);
    }

    private static Verdict verdict(List<Diagnosis> holding, List<Symptom> unexplained) {
        return holding.isEmpty()
                ? new Verdict.Inconclusive("what was found is no longer so", List.of("another look"))
                : new Verdict.Diagnosed(holding, unexplained);
    }

    private List<Claim> struck(Diagnosis diagnosis, Map<Probe, Evidence> logs) {
        Ruling again = judge(diagnosis, logs);
        return again instanceof Ruling.Confirmed confirmed
                        && confirmed.object().equals(diagnosis.ruling().object())
                ? diagnosis.ruling().claims().stream()
                        .filter(claim -> !confirmed.claims().contains(claim))
                        .toList()
                : diagnosis.ruling().claims();
    }

    /** What was said once stays said, even when nobody can read it any more. */
    private static Map<Probe, Evidence> logs(List<Step> steps) {
        Map<Probe, Evidence> logs = new HashMap<>();
        for (Step step : steps) {
            if (step instanceof Step.Looked(var probe, var evidence) && wasSaid(probe)) {
                logs.put(probe, evidence);
            }
        }
        return logs;
    }

    private static boolean wasSaid(Probe probe) {
        return probe instanceof Probe.OfLogs || probe instanceof Probe.OfTroubles;
    }

    /** For the symptom that its claims were made for; that need not be the first one. */
    private Ruling judge(Diagnosis diagnosis, Map<Probe, Evidence> logs) {
        Ruling last = new Ruling.Refuted("it explains nothing");
        for (Symptom symptom : diagnosis.explains()) {
            last = judge(new Hypothesis(diagnosis.cause(), symptom), logs);
            if (last.equals(diagnosis.ruling())) {
                return last;
            }
        }
        return last;
    }

    private Ruling judge(Hypothesis hypothesis, Map<Probe, Evidence> logs) {
        Map<Probe, Evidence> known = new HashMap<>(logs);
        while (true) {
            Inquiry inquiry = new Inquiry(known);
            Ruling ruling = catalogue.cause(hypothesis.cause()).judge(hypothesis.symptom(), inquiry);
            Optional<Probe> wanted = inquiry.wanted();
            if (wanted.isEmpty()) {
                return ruling;
            }
            known.put(wanted.get(), toolbox.answer(wanted.get()));
        }
    }
}
