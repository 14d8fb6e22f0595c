package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.graph.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomKindsTest {

    private static final String IN_FORCE = "{'type': 'Established', 'status': 'True'}";

    @Test
    void theBestServedVersionIsAskedFor() {
        assertThat(source("example.org", "Widget", IN_FORCE))
                .contains(new Source(new Kind("example.org", "Widget"), "v1beta2", "widgets", true, Optional.empty()));
    }

    @Test
    void aDefinitionThatIsNotInForceYetIsWaitedFor() {
        assertThat(source("example.org", "Widget", "{'type': 'Established', 'status': 'False'}"))
                .isEmpty();
    }

    @Test
    void noiseIsLeftOut() {
        assertThat(source("wgpolicyk8s.io", "PolicyReport", IN_FORCE)).isEmpty();
        assertThat(source("cilium.io", "CiliumEndpoint", IN_FORCE)).isEmpty();
        assertThat(source("cilium.io", "CiliumNetworkPolicy", IN_FORCE)).isPresent();
        assertThat(source("kubilitics.io", "Proposal", IN_FORCE)).isEmpty();
    }

    @Test
    void whatIsBeingDeletedIsGone() throws Exception {
        String definition = definition("example.org", "Widget", IN_FORCE)
                .replace("'name': 'w'", "'name': 'w', 'deletionTimestamp': '2026-11-21T10:00:00Z'");

        assertThat(CustomKinds.source(new ObjectMapper().readTree(definition.replace('\'', '"'))))
                .isEmpty();
    }

    private static Optional<Source> source(String group, String kind, String condition) {
        try {
            return CustomKinds.source(new ObjectMapper()
                    .readTree(definition(group, kind, condition).replace('\'', '"')));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static String definition(String group, String kind, String condition) {
        return """
                {'metadata': {'name': 'w'},
                 'spec': {'group': '%s', 'scope': 'Namespaced', 'names': {'kind': '%s', 'plural': 'widgets'},
                   'versions': [{'name': 'v1', 'served': false}, {'name': 'v1beta2', 'served': true}, {'name': 'v1alpha1', 'served': true}]},
                 'status': {'conditions': [%s]}}""".formatted(group, kind, condition);
    }
}
