package io.kubilitics.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.Owners;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenFindingsTest {

    private static final LogSource COMPLAINING = _ -> new Evidence.Lines(List.of("fatal: no store"));

    private final OpenFindings findings = new OpenFindings(Duration.ofSeconds(10));
    private int second;

    @Test
    void whatIsFoundIsNewOnce() {
        assertThat(take(Cart.whole().killed("a").look()))
                .singleElement()
                .asInstanceOf(type(News.Found.class))
                .satisfies(
                        news -> assertThat(news.finding().diagnosis().cause()).isEqualTo("oom-killed"));
        assertThat(take(Cart.whole().killed("a").look())).isEmpty();
        assertThat(take(Cart.whole().killed("a").killed("b").look())).isEmpty();
        assertThat(findings.ids()).hasSize(1);
    }

    @Test
    void whatIsGoneHasToStayGoneBeforeItIsResolved() {
        take(Cart.whole().killed("a").look());

        assertThat(take(Cart.whole().look())).isEmpty();
        assertThat(findings.next()).contains(Duration.ofSeconds(second + 10));
        // Between two pods: the next one is killed as well.
        second += 9;
        assertThat(take(Cart.whole().killed("b").look())).isEmpty();
        assertThat(take(Cart.whole().look())).isEmpty();
        second += 9;
        assertThat(take(Cart.whole().look())).hasExactlyElementsOfTypes(News.Resolved.class, News.Well.class);
        assertThat(findings.ids()).isEmpty();
        assertThat(findings.next()).isEmpty();
    }

    @Test
    void whatComesBackIsFoundAnew() {
        take(Cart.whole().killed("a").look());
        take(Cart.whole().look());
        second += 20;
        take(Cart.whole().look());

        assertThat(take(Cart.whole().killed("a").look())).hasExactlyElementsOfTypes(News.Found.class);
    }

    @Test
    void aLogThatCannotBeReadForOnceMendsNothing() {
        Cart crashed = Cart.whole().crashed("a");
        assertThat(take(crashed.look(COMPLAINING))).hasExactlyElementsOfTypes(News.Found.class);

        assertThat(take(crashed.look(LogSource.none()))).isEmpty();
        second += 60;
        assertThat(take(crashed.look(LogSource.none()))).isEmpty();
        assertThat(findings.ids()).hasSize(1);

        assertThat(take(crashed.look(COMPLAINING))).isEmpty();
    }

    @Test
    void troubleThatAnotherCauseExplainsNowKeepsNoFindingOpen() {
        take(Cart.whole().killed("a").look());
        Look other = renamed(Cart.whole().killed("a").look());

        assertThat(take(other)).hasExactlyElementsOfTypes(News.Found.class);
        second += 20;
        assertThat(take(other)).hasExactlyElementsOfTypes(News.Resolved.class);
        assertThat(findings.ids()).hasSize(1);
    }

    @Test
    void moreThatIsKnownIsNews() {
        Look surer = Cart.whole().killed("a").look();
        take(lessSure(surer));

        assertThat(take(surer)).hasExactlyElementsOfTypes(News.Changed.class);
        assertThat(take(surer)).isEmpty();
    }

    @Test
    void troubleWithoutAKnownCauseIsToldOnceItStays() {
        Look unexplained = Cart.whole().crashed("a").look();

        assertThat(take(unexplained)).isEmpty();
        second += 10;
        assertThat(take(unexplained))
                .singleElement()
                .asInstanceOf(type(News.Unexplained.class))
                .satisfies(news -> {
                    assertThat(news.troubles()).containsExactly(new Trouble(Ailment.CRASHING, Cart.DEPLOYMENT));
                    assertThat(news.decides()).anyMatch(each -> each.contains("its log gives no reason"));
                });
        assertThat(take(unexplained)).isEmpty();
        assertThat(take(Cart.whole().look())).hasExactlyElementsOfTypes(News.Well.class);
    }

    @Test
    void thatAllIsWellIsSaidAtFirstAndAfterSomethingWasNot() {
        assertThat(take(Cart.whole().well("a").look())).containsExactly(new News.Well(List.of()));
        assertThat(take(Cart.whole().well("a").look())).isEmpty();
    }

    private List<News> take(Look look) {
        second++;
        return findings.take(look, Duration.ofSeconds(second));
    }

    private static Look renamed(Look look) {
        Ruling.Confirmed ruling = look.findings().getFirst().diagnosis().ruling();
        return with(look, "another-cause", ruling);
    }

    private static Look lessSure(Look look) {
        Diagnosis found = look.findings().getFirst().diagnosis();
        Ruling.Confirmed ruling = found.ruling();
        return with(
                look,
                found.cause(),
                new Ruling.Confirmed(
                        ruling.object(),
                        Confidence.LIKELY,
                        ruling.summary(),
                        ruling.claims(),
                        ruling.remedy(),
                        ruling.advice(),
                        ruling.harmful()));
    }

    private static Look with(Look look, String cause, Ruling.Confirmed ruling) {
        List<Symptom> explains = look.findings().getFirst().diagnosis().explains();
        Owners owners = new Owners(Map.of(explains.getFirst().subject(), Cart.DEPLOYMENT));
        return new Look(
                List.of(Finding.of(new Diagnosis(cause, ruling, explains, List.of()), owners)),
                look.unexplained(),
                look.decides(),
                look.unseen());
    }
}
