package io.kubilitics.graph.reach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.reach.ServicePorts.Landing;
import io.kubilitics.graph.reach.ServicePorts.Resolved;
import io.kubilitics.graph.world.Observation.Seen;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicePortsTest {

    private static final String WEB = "{'name': 'app', 'ports': [{'name': 'web', 'containerPort': 8080}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'port': 80, 'targetPort': 8080} | Exposed[container=app, number=8080]",
                "{'port': 80, 'targetPort': 'web'} | Exposed[container=app, number=8080]",
                "{'port': 8080} | Exposed[container=app, number=8080]",
                "{'port': 80, 'targetPort': 9090} | Unmentioned[number=9090]",
                "{'port': 80, 'targetPort': 8080, 'protocol': 'UDP'} | Unmentioned[number=8080]",
                "{'port': 80, 'targetPort': 'http'} | Nowhere[name=http]"
            })
    void aPortLeadsToAPortOfTheSameNumberOrNameAndProtocol(String port, String landing) {
        ServiceFacts service = (ServiceFacts) facts(
                Kind.SERVICE, "{'metadata': {'name': 's', 'namespace': 'n'}, 'spec': {'ports': [%s]}}".formatted(port));

        assertThat(ServicePorts.of(service, List.of(template(WEB))))
                .extracting(Resolved::landing)
                .singleElement()
                .isInstanceOf(Landing.class)
                .hasToString(landing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'app', 'ports': [{'name': 'web', 'containerPort': 8080}]} | true",
                "{'name': 'app', 'ports': [{'containerPort': 8080}]} | true",
                "{'name': 'app'} | false",
                "{'name': 'app', 'ports': [{'name': 'metrics', 'containerPort': 9100}]} | false",
                "{'name': 'app', 'ports': [{'name': 'metrics', 'containerPort': 9100}, {'name': 'web', 'containerPort': 8080}]} | true",
                "{'name': 'app', 'ports': [{'name': 'web', 'containerPort': 8080}], 'readinessProbe': {'httpGet': {'port': 'web'}}} | true",
                "{'name': 'app', 'ports': [{'name': 'web', 'containerPort': 8080}], 'livenessProbe': {'tcpSocket': {'port': 8080}}} | true",
                "{'name': 'app', 'ports': [{'name': 'web', 'containerPort': 8080}], 'readinessProbe': {'httpGet': {'port': 8181}}} | false"
            })
    void whoNamesPortsForTheirOwnSakeAndAllThatAreProbedTellsWhichThereAre(String container, boolean told) {
        assertThat(ServicePorts.told(template(container))).isEqualTo(told);
    }

    private static PodTemplate template(String container) {
        return PodTemplate.of(facts(
                        Kind.POD,
                        "{'metadata': {'name': 'p', 'namespace': 'n'}, 'spec': {'containers': [%s]}}"
                                .formatted(container)))
                .orElseThrow();
    }

    private static Facts facts(Kind kind, String json) {
        try {
            return ((Seen) Observers.observe(kind, json.replace('\'', '"')).getFirst())
                    .resource()
                    .facts();
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }
}
