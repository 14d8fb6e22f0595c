package io.kubilitics.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.gateway.watch.News;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.recommendation.ProposalSink.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTellerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonTeller teller =
            new JsonTeller(new PrintStream(out, true, StandardCharsets.UTF_8), InstantSource.fixed(Incident.NOW));

    @Test
    void eachNewsIsOneObjectOnOneLine() throws Exception {
        String id = Incident.finding(Confidence.STRONG).id().text();
        teller.tell(new News.Found(Incident.finding(Confidence.STRONG)));
        teller.tell(new News.Answered(Incident.finding(Confidence.STRONG), new Answer.Made(Incident.PROPOSAL)));
        teller.moved(Incident.change(Phase.AWAITING_APPROVAL, "Waiting", "two\nlines"));
        teller.tell(new News.Well(List.of()));

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(4);
        same(lines.get(0), """
                {"at": "2026-11-21T10:10:00Z", "event": "found", "finding": "%s", "cause": "image-not-found",
                 "object": {"kind": "Deployment", "namespace": "shop", "name": "cart"}, "confidence": "strong",
                 "summary": "Image cart: [31m2 of container app is not there",
                 "remedy": "Deployment shop/cart: take container app back to image cart:1"}""".formatted(id));
        same(lines.get(1), """
                {"at": "2026-11-21T10:10:00Z", "event": "made", "finding": "%s",
                 "proposal": {"namespace": "shop", "name": "image-not-found-cart-1"}}""".formatted(id));
        same(lines.get(2), """
                {"at": "2026-11-21T10:10:00Z", "event": "phase", "proposal": {"namespace": "shop", "name": "image-not-found-cart-1"},
                 "phase": "AwaitingApproval", "reason": "Waiting", "message": "two lines"}""");
        same(lines.get(3), """
                {"at": "2026-11-21T10:10:00Z", "event": "well", "unseen": []}""");
    }

    @Test
    void everyKindOfNewsHasItsEvent() {
        teller.tell(new News.Changed(Incident.finding(Confidence.WEAK)));
        teller.tell(new News.Resolved(Incident.withoutRemedy()));
        teller.tell(new News.Unexplained(List.of(Incident.TROUBLE), List.of("a log")));
        teller.tell(new News.Answered(Incident.withoutRemedy(), new Answer.Open(Incident.PROPOSAL)));
        teller.tell(new News.Answered(Incident.withoutRemedy(), new Answer.Refused("no")));
        teller.tell(new News.Answered(Incident.withoutRemedy(), new Answer.NotYet("later")));

        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(JsonTellerTest::event))
                .containsExactly("changed", "resolved", "unexplained", "open", "refused", "notYet");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"symptom\":\"image-not-pulled\"", "\"decides\":[\"a log\"]", "\"why\":\"later\"");
    }

    private static String event(String line) {
        try {
            return JSON.readTree(line).path("event").asText();
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private static void same(String line, String json) throws Exception {
        assertThat(JSON.readTree(line)).isEqualTo(JSON.readTree(json));
    }
}
