package io.kubilitics.reasoning.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.Street;
import io.kubilitics.reasoning.signal.Alert;
import io.kubilitics.reasoning.signal.Metrics;
import io.kubilitics.reasoning.signal.Probes;
import io.kubilitics.reasoning.signal.Probes.Connection;
import io.kubilitics.reasoning.signal.Signals;
import io.kubilitics.reasoning.signal.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    @Test
    void whatGoesOnInALogIsASymptomAndWhatIsOverIsNone() {
        assertThat(ailments(new Street().calling("ERROR stock:80: connection refused")))
                .containsExactly(Ailment.CANNOT_REACH);
        assertThat(ailments(new Street().calling("ERROR stock: WRONGPASS invalid username-password pair")))
                .containsExactly(Ailment.TURNED_AWAY);
        assertThat(ailments(new Street().called("ERROR stock:80: connection refused")))
                .isEmpty();
        assertThat(ailments(new Street().calling("INFO stock:80: connection refused, trying another")))
                .isEmpty();
    }

    @Test
    void errorsOfItsOwnCountWhereAProgramSaysNothingMoreTelling() {
        String own = "ERROR order 17 was not booked: unexpected state";
        assertThat(ailments(new Street().calling(own))).containsExactly(Ailment.FAILING);
        assertThat(ailments(new Street().called(own))).isEmpty();
        assertThat(ailments(new Street().calling("WARN order 17 came late"))).isEmpty();
        assertThat(ailments(new Street().callingInTurn(own, "ERROR stock:80: connection refused")))
                .containsExactly(Ailment.CANNOT_REACH);
    }

    @Test
    void aFullDiskIsASymptomOfWhoeverCannotWrite() {
        assertThat(ailments(new Street().calling("ERROR write /data/x: no space left on device")))
                .containsExactly(Ailment.DISK_FULL);
    }

    @Test
    void aStoreThatTurnsOthersAwayIsNotTurnedAwayItself() {
        String refused = "ERROR password authentication failed for user \"cart\"";
        assertThat(ailments(new Street().saying("stock", refused))).containsExactly(Ailment.TURNED_AWAY);
        assertThat(ailments(new Street()
                        .workload("stock", "'ports': [{'containerPort': 5432}]")
                        .saying("stock", refused)))
                .doesNotContain(Ailment.TURNED_AWAY);
    }

    @Test
    void whatOthersTriedOrCountedIsASymptomOfTheService() {
        Connection failed = new Connection("shop", "stock", 80, "failed", Map.of(), "");
        Alert alert = new Alert("request errors", new Subject("Service", "", "stock"), "503", Map.of());
        Signals signals = new Signals(
                Metrics.NONE,
                List.of(alert),
                new Probes(List.of(failed), List.of(), Map.of(), Map.of()),
                World.empty());

        assertThat(new Street().shop().signals(signals).unwell())
                .extracting(Symptom::ailment)
                .containsExactly(Ailment.REQUESTS_FAIL, Ailment.PORT_UNREACHABLE);
    }

    @Test
    void anAddressIsWrongOnlyWhereAnotherIsPlainlyMeant() {
        assertThat(ailments(new Street().caller("desk", "stock:80"))).isEmpty();
        assertThat(ailments(new Street().caller("desk", "stock:80").caller("shelf", "optional-thing:80")))
                .isEmpty();
        assertThat(ailments(new Street().caller("desk", "stock:80").caller("shelf", "stock-old:80")))
                .containsExactly(Ailment.ADDRESS_WRONG);
        assertThat(ailments(new Street().caller("desk", "stock:80").caller("shelf", "stock:81")))
                .containsExactly(Ailment.ADDRESS_WRONG);
    }

    @Test
    void aWayThatCarriesTheNameOfOneServiceAndLeadsToAnotherIsMisrouted() {
        assertThat(ailments(withProxy("till"))).isEmpty();
        assertThat(ailments(withProxy("mill"))).containsExactly(Ailment.MISROUTED);
    }

    /** A proxy with four ways, of which the last leads there. */
    private static Street withProxy(String last) {
        Street street = new Street();
        for (String name : List.of("desk", "shelf", "mill", "till")) {
            street.object(
                    Kind.SERVICE,
                    "{'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': '%s', 'namespace': 'shop'}, 'spec': {'ports': [{'port': 80}]}}"
                            .formatted(name));
        }
        String way = "- path: /%s/**\\n  uri: http://%s:80\\n";
        String ways = way.formatted("desk", "desk")
                + way.formatted("shelf", "shelf")
                + way.formatted("mill", "mill")
                + way.formatted("till", last);
        return street.object(
                Kind.CONFIG_MAP,
                "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'proxy', 'namespace': 'shop'}, 'data': {'routes.yaml': '%s'}}"
                        .formatted(ways));
    }

    private static List<Ailment> ailments(Street street) {
        return street.shop().unwell().stream().map(Symptom::ailment).toList();
    }
}
