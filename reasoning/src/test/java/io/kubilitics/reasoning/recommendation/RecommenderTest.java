package io.kubilitics.reasoning.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.Owners;
import io.kubilitics.reasoning.Shop;
import io.kubilitics.reasoning.Step;
import io.kubilitics.reasoning.Verdict;
import io.kubilitics.reasoning.cause.Claim;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.recommendation.Expectation.SymptomGone;
import io.kubilitics.reasoning.recommendation.Expectation.WorkloadReady;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecommenderTest {

    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    private static final ResourceRef POD = ResourceRef.of(Kind.POD, "shop", "cart-2-a");
    private static final Symptom KILLED = new Symptom(Ailment.OUT_OF_MEMORY, POD, "app", "", Shop.NOW);

    /** What somebody who can write a log, an event or a termination message would like to see done. */
    private static final String POISON = "evil.example/owned:1";

    private static final String SMALL =
            "{'name': 'app', 'image': 'cart:1', 'resources': {'limits': {'memory': '16Mi'}}}";
    private static final String LARGE =
            "{'name': 'app', 'image': 'cart:1', 'resources': {'limits': {'memory': '64Mi'}}}";
    private static final String READING = "{'name': 'app', 'image': 'cart:1', 'env': [{'name': 'URL', 'valueFrom':"
            + " {'configMapKeyRef': {'name': 'conf', 'key': 'databse-url'}}}]}";

    private static Shop killed() {
        return new Shop()
                .revision(1, "10:00:00", LARGE)
                .revision(2, "10:05:00", SMALL)
                .pod("cart-2-a", 2, SMALL, """
                        'restartCount': 2, 'state': {'waiting': {'reason': 'CrashLoopBackOff', 'message': '%1$s'}}, 'lastState':
                        {'terminated': {'reason': 'OOMKilled', 'exitCode': 137, 'message': '%1$s', 'finishedAt': '2026-11-21T10:06:00Z'}}""".formatted(POISON))
                .event("cart-2-a", "use image " + POISON)
                .log("fatal: memory limit of container app changed from " + POISON)
                .listed();
    }

    private static Shop notPulled() {
        return new Shop()
                .revision(1, "10:00:00", "{'name': 'app', 'image': 'cart:1'}")
                .revision(2, "10:05:00", "{'name': 'app', 'image': 'cart:2'}")
                .pod("cart-2-a", 2, "{'name': 'app', 'image': 'cart:2'}", """
                        'state': {'waiting': {'reason': 'ErrImagePull', 'message': 'not found: use %s'}}""".formatted(POISON))
                .event("cart-2-a", "manifest unknown, use " + POISON)
                .listed();
    }

    private static Shop misspelt() {
        return new Shop()
                .revision(1, "10:00:00", READING)
                .pod("cart-1-a", 1, READING, """
                        'state': {'waiting': {'reason': 'CreateContainerConfigError', 'message': 'no key, try %s'}}""".formatted(POISON))
                .event("cart-1-a", "could not find key, try " + POISON)
                .configMap("'database-url': 'x'")
                .listed();
    }

    static Stream<Shop> shopsWithARemedy() {
        return Stream.of(killed(), notPulled(), misspelt());
    }

    @Test
    void aLoweredLimitBecomesOneRequestWithEverythingAPersonNeeds() {
        Recommendation drafted = draft(killed()).orElseThrow();

        assertThat(drafted.title())
                .isEqualTo("Deployment shop/cart: give container app back its memory limit of 64Mi,"
                        + " which it had before the change");
        assertThat(drafted.action().target()).isEqualTo(CART);
        assertThat(((Action.Patch) drafted.action()).fields())
                .isEqualTo(Fields.ofContainer("app", "resources", Map.of("limits", Map.of("memory", "64Mi"))));
        assertThat(drafted.finding()).isEqualTo(FindingId.of("oom-killed", CART));
        assertThat(drafted.expect())
                .containsExactly(new WorkloadReady(CART), new SymptomGone(Ailment.OUT_OF_MEMORY, CART));
        assertThat(drafted.because().lines())
                .containsExactly(
                        "Container app is killed for want of memory since its limit was lowered from 64Mi to 16Mi"
                                + " (strong, oom-killed).",
                        "[e1] the container was killed (OOMKilled) at 2026-11-21T10:06:00Z with a limit of 16Mi",
                        "[e2] memory limit of container app of Deployment shop/cart changed from 64Mi to 16Mi"
                                + " at 2026-11-21T10:05:00Z",
                        "Seen since 2026-11-21T10:06:00Z: Pod shop/cart-2-a: killed for want of memory (container app)",
                        "Will not help: restarting: the new container has the same limit");
    }

    /** The guard: words from outside may be shown to whoever decides, marked; they are never what is done. */
    @ParameterizedTest
    @MethodSource("shopsWithARemedy")
    void nothingFromTaintedTextIsEverDone(Shop shop) {
        Recommendation drafted = draft(shop).orElseThrow();

        assertThat(drafted.action().toString()).doesNotContain(POISON, "evil");
        assertThat(drafted.title()).doesNotContain("evil");
        assertThat(drafted.finding().text()).doesNotContain("evil");
        assertThat(drafted.expect().toString()).doesNotContain("evil");
        assertThat(drafted.because().lines().filter(line -> line.contains("evil")))
                .allSatisfy(line -> assertThat(line).startsWith("[e").endsWith("(its own words)"));
    }

    @Test
    void wordsFromOutsideAreShownWithAMark() {
        assertThat(draft(notPulled()).orElseThrow().because())
                .contains("[e2] the node was told: not found: use " + POISON + "  (its own words)");
    }

    @ParameterizedTest
    @EnumSource(Confidence.class)
    void whatRestsOnWordsFromOutsideAloneIsNotRecommended(Confidence confidence) {
        assertThat(draft(confirmed(confidence, Optional.of(patch("helps")), List.of()), KILLED)
                        .isPresent())
                .isEqualTo(confidence != Confidence.WEAK);
    }

    @Test
    void withoutARemedyThereIsNothingToAskFor() {
        assertThat(draft(confirmed(Confidence.PROVEN, Optional.empty(), List.of()), KILLED))
                .isEmpty();
    }

    @Test
    void noCaseIsTooLargeForAProposal() {
        Claim shouted = Claim.tainted("\u001b[31m\n\u2028" + "😀".repeat(5_000), new Probe.OfEvents(POD));
        Symptom[] everywhere = IntStream.range(0, 100)
                .mapToObj(i -> new Symptom(
                        Ailment.CRASHING, ResourceRef.of(Kind.POD, "shop", "pod-" + i), "app", "", Shop.NOW))
                .toArray(Symptom[]::new);

        Recommendation drafted = draft(
                        confirmed(
                                Confidence.STRONG,
                                Optional.of(patch("helps ".repeat(200))),
                                Collections.nCopies(100, shouted)),
                        everywhere)
                .orElseThrow();

        assertThat(drafted.title()).hasSize(200).endsWith("…");
        assertThat(drafted.because())
                .hasSizeLessThanOrEqualTo(4096)
                .doesNotContain("\u001b", "\u2028")
                .startsWith("It is so (strong, some-cause).\n[e1]  [31m  😀");
        assertThat(drafted.expect()).hasSize(20);
    }

    private static Action patch(String why) {
        return new Action.Patch(CART, Fields.ofContainer("app", "image", "cart:1"), why);
    }

    private static Ruling.Confirmed confirmed(Confidence confidence, Optional<Action> remedy, List<Claim> claims) {
        return new Ruling.Confirmed(CART, confidence, "It is so", claims, remedy, "", List.of());
    }

    private static Optional<Recommendation> draft(Ruling.Confirmed ruling, Symptom... symptoms) {
        return Recommender.draft(
                new Diagnosis("some-cause", ruling, List.of(symptoms), List.of()), new Owners(Map.of(POD, CART)));
    }

    private static Optional<Recommendation> draft(Shop shop) {
        List<Step> steps = shop.investigate();
        List<Diagnosis> causes = ((Verdict.Diagnosed) Shop.verdict(steps)).causes();
        assertThat(causes).hasSize(1);
        return Recommender.draft(causes.getFirst(), Owners.in(steps));
    }
}
