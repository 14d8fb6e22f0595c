package io.kubilitics.cli.up;

import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.gateway.watch.Finding;
import io.kubilitics.gateway.watch.News;
import io.kubilitics.gateway.watch.Trouble;
import io.kubilitics.operator.proposal.PhaseChange;
import io.kubilitics.reasoning.recommendation.ProposalName;
import io.kubilitics.reasoning.recommendation.ProposalSink.Answer;
import io.kubilitics.reasoning.recommendation.Recommendation;
import io.kubilitics.reasoning.report.Plain;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** For a person: one block for each news, the headline with its time, what belongs to it below. */
final class PlainTeller implements Teller {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String MARGIN = " ".repeat(10);

    private final PrintStream out;
    private final InstantSource clock;
    private final ZoneId zone;
    private final KubectlLines kubectl;

    PlainTeller(PrintStream out, InstantSource clock, ZoneId zone, KubectlLines kubectl) {
        this.out = out;
        this.clock = clock;
        this.zone = zone;
        this.kubectl = kubectl;
    }

    @Override
    public void tell(News news) {
        switch (news) {
            case News.Found(var finding) -> found("Found: ", finding);
            case News.Changed(var finding) -> found("More is known: ", finding);
            case News.Resolved(var finding) -> block("Gone: " + summary(finding), List.of(cause(finding)));
            case News.Unexplained(var troubles, var decides) -> unexplained(troubles, decides);
            case News.Answered(var finding, var answer) -> answered(finding, answer);
            case News.Well(var unseen) ->
                block(
                        unseen.isEmpty()
                                ? "All is well."
                                : "Nothing unwell can be seen, and not everything can be seen:",
                        unseen);
        }
    }

    @Override
    public void moved(PhaseChange change) {
        String said = Stream.of(change.reason(), change.message())
                .filter(text -> !text.isEmpty())
                .reduce((reason, message) -> reason + ": " + message)
                .orElse("");
        block(
                "Proposal %s/%s: %s".formatted(change.namespace(), change.name(), JsonTeller.name(change.phase())),
                // Said once: every line below the same name would say it again.
                Stream.of(change.phase() == Phase.SIMULATED ? change.title() : "", said)
                        .filter(text -> !text.isEmpty())
                        .map(Plain::text)
                        .toList());
    }

    private void found(String what, Finding finding) {
        String todo = finding.recommendation()
                .map(Recommendation::title)
                .or(() -> finding.diagnosis()
                        .ruling()
                        .remedy()
                        .map(remedy ->
                                "%s: %s (not sure enough to ask for it)".formatted(remedy.target(), remedy.why())))
                .orElse("no remedy is known; ./kubilitics diagnose tells the evidence");
        block(what + summary(finding), List.of(cause(finding), "To do: " + Plain.text(todo)));
    }

    private void unexplained(List<Trouble> troubles, List<String> decides) {
        List<String> lines = new ArrayList<>();
        troubles.forEach(trouble -> lines.add(
                "%s: %s".formatted(trouble.workload(), trouble.ailment().words())));
        decides.forEach(each -> lines.add("To know more: " + Plain.text(each)));
        block("Something is unwell, and why is not known:", lines);
    }

    private void answered(Finding finding, Answer answer) {
        String title = finding.recommendation().map(Recommendation::title).orElse("");
        switch (answer) {
            case Answer.Made(var proposal) -> block("Proposal %s was made".formatted(proposal), steps(title, proposal));
            case Answer.Open(var proposal) ->
                block("Proposal %s is open already".formatted(proposal), steps(title, proposal));
            case Answer.Refused(var why) -> block("No Proposal: " + Plain.text(why), List.of(title));
            case Answer.NotYet(var why) ->
                block("No Proposal yet: " + Plain.text(why), List.of(title, "It will be asked for again."));
        }
    }

    private List<String> steps(String title, ProposalName proposal) {
        return List.of(
                title,
                "Read it:  " + kubectl.describe(proposal),
                "Once it is AwaitingApproval, approve it:  " + kubectl.approve(proposal));
    }

    private static String summary(Finding finding) {
        return Plain.text(finding.diagnosis().ruling().summary());
    }

    private static String cause(Finding finding) {
        return "At fault: %s  (%s, %s)"
                .formatted(
                        finding.diagnosis().ruling().object(),
                        finding.diagnosis().cause(),
                        finding.diagnosis().ruling().confidence().name().toLowerCase(Locale.ROOT));
    }

    /** In one piece: several threads tell. */
    private synchronized void block(String headline, List<String> lines) {
        LocalTime now = LocalTime.ofInstant(clock.instant(), zone);
        out.printf("%s  %s%n", TIME.format(now), headline);
        lines.forEach(line -> out.println(MARGIN + line));
        out.flush();
    }
}
