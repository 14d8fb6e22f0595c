package io.kubilitics.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.recommendation.InMemoryProposals;
import io.kubilitics.reasoning.recommendation.ProposalSink;
import io.kubilitics.reasoning.recommendation.ProposalSink.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final Finding KILLED =
            Cart.whole().killed("a").look().findings().getFirst();

    private final InMemoryProposals proposals = new InMemoryProposals();
    private final Requests requests = new Requests(proposals);

    @Test
    void asksOnceWhileTheAnswerStands() {
        assertThat(ask(0)).hasSize(1);
        assertThat(ask(1)).isEmpty();
        assertThat(ask(1_000_000)).isEmpty();
        assertThat(proposals.made()).containsExactly(KILLED.recommendation().orElseThrow());
        assertThat(proposals.asked()).isEqualTo(1);
        assertThat(requests.next()).isEmpty();
    }

    @Test
    void asksAgainWhenTheFindingWasResolvedAndCameBack() {
        ask(0);
        requests.ask(List.of(), Set.of(), Duration.ofSeconds(1));

        // Its Proposal is not finished yet: no second one.
        assertThat(ask(2))
                .extracting(news -> ((News.Answered) news).answer())
                .hasExactlyElementsOfTypes(Answer.Open.class);
        proposals.finish(KILLED.id());
        requests.ask(List.of(), Set.of(), Duration.ofSeconds(3));
        ask(4);
        assertThat(proposals.made()).hasSize(2);
    }

    @Test
    void aFindingThatIsOpenButWasNotSeenThisTimeIsNotAskedAnew() {
        ask(0);
        requests.ask(List.of(), Set.of(KILLED.id()), Duration.ofSeconds(1));

        assertThat(ask(2)).isEmpty();
        assertThat(proposals.asked()).isEqualTo(1);
    }

    @Test
    void whatIsNotTakenYetIsAskedLaterAndLaterAndToldOnce() {
        proposals.away("not synced");
        assertThat(ask(0)).containsExactly(new News.Answered(KILLED, new Answer.NotYet("not synced")));

        List<Integer> asked = new ArrayList<>();
        for (int second = 1; second <= 200; second++) {
            int before = proposals.asked();
            assertThat(ask(second)).isEmpty();
            if (proposals.asked() > before) {
                asked.add(second);
            }
        }
        assertThat(asked).containsExactly(2, 6, 14, 30, 62, 122, 182);
        assertThat(requests.next()).contains(Duration.ofSeconds(242));

        proposals.back();
        assertThat(ask(242)).hasSize(1);
        assertThat(proposals.made()).hasSize(1);
    }

    @Test
    void aRefusalIsToldOnce() {
        ProposalSink strict = new InMemoryProposals("shop");
        Requests refused = new Requests(strict);

        assertThat(refused.ask(List.of(KILLED), Set.of(KILLED.id()), Duration.ZERO))
                .containsExactly(new News.Answered(KILLED, new Answer.Refused("nothing is changed in namespace shop")));
        assertThat(refused.ask(List.of(KILLED), Set.of(KILLED.id()), Duration.ofHours(1)))
                .isEmpty();
    }

    @Test
    void whatHasNoRemedyIsNotAskedFor() {
        Finding crash = Cart.whole()
                .crashed("a")
                .look(_ -> new Evidence.Lines(List.of("fatal: no store")))
                .findings()
                .getFirst();

        assertThat(requests.ask(List.of(crash), Set.of(crash.id()), Duration.ZERO))
                .isEmpty();
        assertThat(proposals.asked()).isZero();
    }

    private List<News> ask(int second) {
        return requests.ask(List.of(KILLED), Set.of(KILLED.id()), Duration.ofSeconds(second));
    }
}
