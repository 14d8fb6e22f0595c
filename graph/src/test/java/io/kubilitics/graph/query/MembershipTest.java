package io.kubilitics.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.CustomResourceFacts;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.PlainMeta;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parts go with their whole, though no relation says so. */
class MembershipTest {

    private static final Kind WIDGET = new Kind("example.org", "Widget");
    private static final ResourceRef SHOP = ResourceRef.clusterWide(Kind.NAMESPACE, "shop");
    private static final ResourceRef WIDGETS = ResourceRef.clusterWide(Kind.CUSTOM_RESOURCE, "widgets.example.org");
    private static final ResourceRef SETTINGS = ResourceRef.of(Kind.CONFIG_MAP, "shop", "settings");
    private static final ResourceRef ROUND = ResourceRef.of(WIDGET, "shop", "round");
    private static final ResourceRef SQUARE = ResourceRef.of(WIDGET, "bank", "square");
    private static final ResourceRef READER = ResourceRef.of(Kind.POD, "bank", "reader");

    private final World world = World.empty()
            .applyAll(List.of(
                    seen(SHOP, new ConfigFacts(Set.of())),
                    seen(
                            WIDGETS,
                            new CustomResourceFacts(
                                    WIDGET, "widgets", true, List.of(), List.of(), Optional.empty(), List.of())),
                    seen(SETTINGS, new ConfigFacts(Set.of())),
                    seen(ROUND, new ConfigFacts(Set.of())),
                    seen(SQUARE, new ConfigFacts(Set.of())),
                    seen(READER, new ConfigFacts(Set.of()), new Relation(Relation.Type.READS, READER, SETTINGS))));

    @Test
    void allOfANamespaceGoWithIt() {
        BlastRadius radius = BlastRadius.of(world, SHOP, Harm.MISSING);

        assertThat(radius.sorted())
                .extracting(Affected::toString)
                .containsExactly(
                        "ConfigMap shop/settings: missing; it lies in that namespace (Namespace shop)",
                        "Widget shop/round: missing; it lies in that namespace (Namespace shop)",
                        "Pod bank/reader: unwell; it cannot start without it (ConfigMap shop/settings)");
        assertThat(radius.of(READER).orElseThrow().path())
                .extracting(Affected::ref)
                .containsExactly(SHOP, SETTINGS, READER);
    }

    @Test
    void allOfAKindGoWithItsDefinition() {
        assertThat(BlastRadius.of(world, WIDGETS, Harm.MISSING).sorted())
                .extracting(Affected::toString)
                .containsExactly(
                        "Widget bank/square: missing; it is of the kind that it defines (CustomResourceDefinition widgets.example.org)",
                        "Widget shop/round: missing; it is of the kind that it defines (CustomResourceDefinition widgets.example.org)");
    }

    @Test
    void aWholeThatIsOnlyUnwellKeepsItsParts() {
        assertThat(BlastRadius.of(world, SHOP, Harm.UNWELL).affected()).isEmpty();
        assertThat(BlastRadius.of(world, WIDGETS, Harm.DEGRADED).affected()).isEmpty();
    }

    @Test
    void partsAreCountedAndCutLikeOthers() {
        BlastRadius radius = BlastRadius.of(world, SHOP, Harm.MISSING, 1);

        assertThat(radius.affected()).hasSize(1);
        assertThat(radius.cut()).isTrue();
    }

    @Test
    void aNamespaceThatIsGoneIsWhatItsMissingServicesHaveInCommon() {
        ResourceRef first = ResourceRef.of(Kind.POD, "bank", "first");
        ResourceRef second = ResourceRef.of(Kind.POD, "bank", "second");
        World without = World.empty()
                .applyAll(List.of(
                        new Observation.Listed(Kind.NAMESPACE),
                        new Observation.Listed(Kind.SERVICE),
                        seen(first, new ConfigFacts(Set.of()), asks(first, "a")),
                        seen(second, new ConfigFacts(Set.of()), asks(second, "b"))));
        Map<ResourceRef, Harm> failing = Map.of(first, Harm.UNWELL, second, Harm.UNWELL);

        assertThat(CommonCause.of(without, failing).causes()).singleElement().satisfies(cause -> {
            assertThat(cause.explains()).containsExactly(first, second);
            assertThat(cause.suspects()).singleElement().satisfies(suspect -> {
                assertThat(suspect.members()).containsExactly(SHOP);
                assertThat(suspect.harm()).isEqualTo(Harm.MISSING);
                assertThat(suspect.known()).isTrue();
            });
        });
        World inPart = without.apply(seen(ROUND, new ConfigFacts(Set.of())));
        assertThat(CommonCause.of(inPart, failing).causes()).hasSize(2);
    }

    private static Relation asks(ResourceRef pod, String service) {
        return new Relation(Relation.Type.CONNECTS_TO, pod, ResourceRef.of(Kind.SERVICE, "shop", service));
    }

    @Test
    void whoCountsOnAResourceCountsOnItsNamespaceAndDefinition() {
        assertThat(Upstream.of(world, List.of(ROUND))).containsExactlyInAnyOrder(ROUND, SHOP, WIDGETS);
        assertThat(Upstream.of(world, List.of(READER))).containsExactlyInAnyOrder(READER, SETTINGS, SHOP);
    }

    @Test
    void nothingOfItIsStored() {
        assertThat(world.wiring().degree(world.wiring().number(SHOP).orElseThrow()))
                .isZero();
        assertThat(world.wiring().degree(world.wiring().number(ROUND).orElseThrow()))
                .isZero();
    }

    private static Seen seen(ResourceRef ref, Facts facts, Relation... relations) {
        return new Seen(new Resource(ref, PlainMeta.of("u-" + ref, Map.of()), facts), List.of(relations), List.of());
    }
}
