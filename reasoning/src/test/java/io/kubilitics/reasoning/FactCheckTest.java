package io.kubilitics.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactCheckTest {

    private static final String READS =
            "{'name': 'app', 'image': 'cart:1', 'env': [{'name': 'URL', 'valueFrom': {'configMapKeyRef': {'name': 'conf', 'key': 'url'}}}]}";
    private static final String NOT_CREATED =
            "'state': {'waiting': {'reason': 'CreateContainerConfigError', 'message': 'some words'}}";

    private final Shop shop = new Shop()
            .revision(1, "10:00:00", READS)
            .pod("cart-1-a", 1, READS, NOT_CREATED)
            .configMap("'size': '1'")
            .listed();

    @Test
    void whatStillHoldsIsLeftAsItIs() {
        List<Step> steps = shop.investigate();

        assertThat(Shop.verdict(steps)).isInstanceOf(Verdict.Diagnosed.class);
        assertThat(shop.check(steps)).isEqualTo(steps);
    }

    @Test
    void aKeyThatCameBackMeanwhileStrikesTheClaimOut() {
        List<Step> steps = shop.investigate();

        List<Step> checked = shop.configMap("'size': '1', 'url': 'x'").check(steps);

        assertThat(checked).hasSize(steps.size() + 2);
        assertThat(checked.get(steps.size())).isInstanceOfSatisfying(Step.Struck.class, struck -> {
            assertThat(struck.cause()).isEqualTo("config-key-missing");
            assertThat(struck.claims()).isNotEmpty();
        });
        assertThat(Shop.verdict(checked)).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void aClaimThatReadsOtherwiseNowIsStruckOutEvenIfTheCauseStays() {
        List<Step> steps = shop.investigate();

        List<Step> checked = shop.configMap("'size': '1', 'colour': 'red'").check(steps);

        assertThat(checked.get(steps.size()))
                .isInstanceOfSatisfying(
                        Step.Struck.class,
                        struck -> assertThat(struck.claims())
                                .singleElement()
                                .satisfies(claim -> assertThat(claim.says()).endsWith("it has: size")));
    }

    @Test
    void whatIsInconclusiveClaimsNothing() {
        List<Step> steps = new Shop()
                .pod(
                        "cart-1-a",
                        1,
                        READS,
                        "'restartCount': 3, 'state': {'terminated': {'exitCode': 3, 'reason': 'Error'}}")
                .listed()
                .investigate();

        assertThat(new Shop().check(steps)).isEqualTo(steps);
    }
}
