package io.kubilitics.graph.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The objects of all scenarios, for tests that only need many and various ones. */
public final class Samples {

    private Samples() {}

    public static List<JsonNode> all() {
        return Scenario.all().stream()
                .flatMap(scenario -> scenario.objects().stream())
                .toList();
    }
}
