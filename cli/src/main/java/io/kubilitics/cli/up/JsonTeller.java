package io.kubilitics.cli.up;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.gateway.watch.Finding;
import io.kubilitics.gateway.watch.News;
import io.kubilitics.gateway.watch.Trouble;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.operator.proposal.PhaseChange;
import io.kubilitics.reasoning.recommendation.ProposalName;
import io.kubilitics.reasoning.recommendation.ProposalSink.Answer;
import io.kubilitics.reasoning.report.Plain;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** For programs: one object a line, each with {@code at} and {@code event}. */
final class JsonTeller implements Teller {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final InstantSource clock;

    JsonTeller(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** As the custom resource spells it. */
    static String name(Phase phase) {
        return JSON.valueToTree(phase).asText();
    }

    @Override
    public void tell(News news) {
        switch (news) {
            case News.Found(var finding) -> line(of("found", finding));
            case News.Changed(var finding) -> line(of("changed", finding));
            case News.Resolved(var finding) -> line(of("resolved", finding));
            case News.Unexplained(var troubles, var decides) -> unexplained(troubles, decides);
            case News.Answered(var finding, var answer) -> answered(finding, answer);
            case News.Well(var unseen) -> line(strings(event("well"), "unseen", unseen));
        }
    }

    @Override
    public void moved(PhaseChange change) {
        ObjectNode moved = event("phase");
        put(moved, new ProposalName(change.namespace(), change.name()));
        line(moved.put("phase", name(change.phase()))
                .put("reason", change.reason())
                .put("message", Plain.text(change.message(), 4096)));
    }

    private ObjectNode of(String event, Finding finding) {
        ObjectNode found = event(event).put("finding", finding.id().text());
        found.put("cause", finding.diagnosis().cause());
        put(found, "object", finding.diagnosis().ruling().object());
        found.put("confidence", finding.diagnosis().ruling().confidence().name().toLowerCase(Locale.ROOT));
        found.put("summary", Plain.text(finding.diagnosis().ruling().summary()));
        finding.recommendation().ifPresent(recommended -> found.put("remedy", recommended.title()));
        return found;
    }

    private void unexplained(List<Trouble> troubles, List<String> decides) {
        ObjectNode unexplained = event("unexplained");
        var list = unexplained.putArray("troubles");
        troubles.forEach(
                trouble -> put(list.addObject().put("symptom", trouble.ailment().id()), "object", trouble.workload()));
        line(strings(unexplained, "decides", decides.stream().map(Plain::text).toList()));
    }

    private void answered(Finding finding, Answer answer) {
        String id = finding.id().text();
        switch (answer) {
            case Answer.Made(var proposal) -> line(put(event("made").put("finding", id), proposal));
            case Answer.Open(var proposal) -> line(put(event("open").put("finding", id), proposal));
            case Answer.Refused(var why) ->
                line(event("refused").put("finding", id).put("why", Plain.text(why)));
            case Answer.NotYet(var why) ->
                line(event("notYet").put("finding", id).put("why", Plain.text(why)));
        }
    }

    private ObjectNode event(String name) {
        return JSON.createObjectNode().put("at", clock.instant().toString()).put("event", name);
    }

    private static ObjectNode put(ObjectNode node, ProposalName proposal) {
        node.putObject("proposal").put("namespace", proposal.namespace()).put("name", proposal.name());
        return node;
    }

    private static void put(ObjectNode node, String field, ResourceRef ref) {
        node.putObject(field)
                .put("kind", ref.kind().name())
                .put("namespace", ref.namespace())
                .put("name", ref.name());
    }

    private static ObjectNode strings(ObjectNode node, String field, List<String> values) {
        var list = node.putArray(field);
        values.forEach(list::add);
        return node;
    }

    /** In one piece: several threads tell. */
    private synchronized void line(ObjectNode line) {
        out.println(line);
        out.flush();
    }
}
