package io.kubilitics.graph.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ShortObjects;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation.Listed;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Since when something is unwell that no condition dates: a change that came after that could not be its cause. */
class SinceTest {

    @Test
    void whatNobodyHasWrittenSinceIsAsItWasMade() {
        assertThat(minutes(Ailment.BACKEND_MISSING, ingress("generation: 1"))).isEqualTo(60);
        assertThat(minutes(Ailment.BACKEND_MISSING, ingress(written("status", 3))))
                .isEqualTo(60);
    }

    @Test
    void whatWasWrittenLaterIsWrongSinceThenAtTheEarliest() {
        assertThat(minutes(Ailment.BACKEND_MISSING, ingress(written("", 7)))).isEqualTo(7);
    }

    @Test
    void aPortIsWrongSinceTheServiceWasWrittenOrItsPodsWereMade() {
        assertThat(minutes(Ailment.PORT_NOT_EXPOSED, service("generation: 1", 50, 40)))
                .isEqualTo(50);
        assertThat(minutes(Ailment.PORT_NOT_EXPOSED, service(written("", 7), 50, 40)))
                .isEqualTo(7);
        assertThat(minutes(Ailment.PORT_NOT_EXPOSED, service(written("", 55), 50, 40)))
                .isEqualTo(50);
    }

    private static String written(String subresource, int minutes) {
        return "managedFields: [{manager: 'x', operation: 'Update', subresource: '%s', time: '-%dm'}]"
                .formatted(subresource, minutes);
    }

    private static String ingress(String metadata) {
        return """
                {kind: 'Ingress', created: '-60m', metadata: {name: 'i', %s},
                 spec: {rules: [{http: {paths: [{path: '/', backend: {service: {name: 'cart', port: {number: 80}}}}]}}]},
                 status: {loadBalancer: {ingress: [{ip: '192.0.2.1'}]}}}""".formatted(metadata);
    }

    private static String service(String metadata, int one, int other) {
        return """
                {kind: 'Service', created: '-60m', metadata: {name: 's', %s}, spec: {selector: {app: 'cart'}, ports: [{port: 80, targetPort: 'web'}]}}
                %s
                %s
                """.formatted(metadata, pod("a", one), pod("b", other));
    }

    private static String pod(String name, int minutes) {
        return """
                {kind: 'Pod', name: '%s', created: '-%dm', labels: {app: 'cart'}, spec: {nodeName: 'n1', containers: [{name: 'app', ports: [{name: 'http', containerPort: 8080}]}]},
                 status: {phase: 'Running', containerStatuses: [{name: 'app', ready: true, state: {running: {startedAt: '-30m'}}}]}}""".formatted(name, minutes);
    }

    private static long minutes(Ailment ailment, String objects) {
        World world = World.empty();
        for (JsonNode object : ShortObjects.read(objects)) {
            world = world.applyAll(Observers.observe(object));
        }
        for (Kind kind : Kind.KNOWN) {
            world = world.apply(new Listed(kind));
        }
        Symptom symptom = Health.symptoms(world, new Scope.Everything(), ShortObjects.NOW).stream()
                .filter(each -> each.ailment() == ailment)
                .findFirst()
                .orElseThrow();
        return Duration.between(symptom.since(), ShortObjects.NOW).toMinutes();
    }
}
