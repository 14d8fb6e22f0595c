package io.kubilitics.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.impact.Footprint;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {

    private static final RuleBook BOOK = RuleBook.immutable("kubilitics");

    @Test
    void anOrdinaryNamespaceIsOpen() {
        assertThat(BOOK.judge(change(ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart")))
                        .allowed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kube-system", "kube-public", "kube-node-lease", "kubilitics"})
    void aProtectedNamespaceIsNot(String namespace) {
        Judgement inside = BOOK.judge(change(ResourceRef.of(Kind.DEPLOYMENT, namespace, "cart")));
        Judgement itself = BOOK.judge(change(ResourceRef.clusterWide(Kind.NAMESPACE, namespace)));

        assertThat(inside.allowed()).isFalse();
        assertThat(itself.allowed()).isFalse();
        assertThat(inside.answers().get("protected-namespaces"))
                .isInstanceOfSatisfying(
                        Answer.Denied.class, denied -> assertThat(denied.why()).contains(namespace));
    }

    @Test
    void aRuleThatBreaksAllowsNothingAndTheOthersAreAskedAllTheSame() {
        RuleBook book = new RuleBook(List.of(
                rule("breaks", _ -> {
                    throw new IllegalStateException("no idea");
                }),
                rule("allows", _ -> new Answer.Allowed())));

        Judgement judgement = book.judge(change(ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart")));

        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.answers()).containsOnlyKeys("breaks", "allows").containsValue(new Answer.Allowed());
    }

    @Test
    void oneDenialOutweighsEveryPermission() {
        RuleBook book =
                new RuleBook(List.of(rule("yes", _ -> new Answer.Allowed()), rule("no", _ -> new Answer.Denied("no"))));

        assertThat(book.judge(change(ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart")))
                        .allowed())
                .isFalse();
    }

    private static Intention change(ResourceRef target) {
        return new Intention(target, List.of(), new Footprint(target, List.of()));
    }

    private static Rule rule(String name, Function<Intention, Answer> says) {
        return new Rule() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Answer judge(Intention intention) {
                return says.apply(intention);
            }
        };
    }
}
