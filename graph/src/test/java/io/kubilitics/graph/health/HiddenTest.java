package io.kubilitics.graph.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Observation.Listed;
import io.kubilitics.graph.world.Observation.Outlined;
import io.kubilitics.graph.world.Observation.Refused;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may hide an ailment, and what may not. */
class HiddenTest {

    private static final Scope ALL = new Scope.Everything();
    private static final Scope SHOP = new Scope.InNamespace("shop");
    private static final Scope CART = new Scope.Below(Set.of(ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart")));

    private final World whole = listed(Kind.POD, Kind.DEPLOYMENT, Kind.REPLICA_SET, Kind.NODE, Kind.CONFIG_MAP);

    @Test
    void whatNobodyLookedForHidesOnlyWhatIsThereInAnyCluster() {
        assertThat(Health.hidden(World.empty(), ALL))
                .containsExactly(Kind.POD, Kind.DEPLOYMENT, Kind.REPLICA_SET, Kind.NODE, Kind.CONFIG_MAP);
        assertThat(Health.hidden(whole, ALL)).isEmpty();
    }

    @Test
    void whatWasRefusedHidesWhateverCanBeUnwell() {
        World refused = told(refused(Kind.SECRET, ""), refused(Kind.INGRESS, ""), refused(Kind.CLUSTER_ROLE, ""));

        assertThat(Health.hidden(refused, ALL))
                .as("a role by itself is never unwell")
                .containsExactly(Kind.SECRET, Kind.INGRESS);
        assertThat(Health.hidden(refused, SHOP)).containsExactly(Kind.SECRET, Kind.INGRESS);
        assertThat(Health.hidden(refused, CART))
                .as("no Ingress belongs to a Deployment")
                .containsExactly(Kind.SECRET);
    }

    @Test
    void aRefusalElsewhereDoesNotMatter() {
        World refused = told(refused(Kind.SECRET, ""), new Listed(Kind.SECRET, "shop"), refused(Kind.JOB, "bank"));

        assertThat(Health.hidden(refused, SHOP)).isEmpty();
        assertThat(Health.hidden(refused, ALL)).containsExactly(Kind.JOB, Kind.SECRET);
    }

    @Test
    void whatBelongsToNoNamespaceMattersToTheWholeClusterAndNodesToAll() {
        World refused = told(refused(Kind.VOLUME, ""), refused(Kind.NODE, ""));

        assertThat(Health.hidden(refused, ALL)).containsExactly(Kind.NODE, Kind.VOLUME);
        assertThat(Health.hidden(refused, SHOP)).containsExactly(Kind.NODE);
    }

    @Test
    void aCustomKindMattersWhenItIsUnderstoodAndItsDefinitionIsThere() {
        Kind certificate = new Kind("cert-manager.io", "Certificate");
        World refused = told(refused(certificate, ""), refused(new Kind("example.org", "Widget"), ""));

        assertThat(Health.hidden(refused, SHOP)).containsExactly(certificate);
        assertThat(Health.hidden(whole, SHOP)).as("nobody has heard of it").isEmpty();
    }

    @Test
    void whatIsKnownByItsOutlinesAloneIsHidden() {
        World outlined = told(new Outlined(Kind.POD, 3));

        assertThat(Health.hidden(outlined, SHOP)).containsExactly(Kind.POD);
        assertThat(Health.hidden(outlined.apply(new Outlined(Kind.POD, 0)), SHOP))
                .isEmpty();
    }

    private World told(Observation... observations) {
        return whole.applyAll(List.of(observations));
    }

    private static Observation refused(Kind kind, String namespace) {
        return new Refused(kind, namespace, "is forbidden");
    }

    private static World listed(Kind... kinds) {
        World world = World.empty();
        for (Kind kind : kinds) {
            world = world.apply(new Listed(kind));
        }
        return world;
    }
}
