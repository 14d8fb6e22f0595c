package io.kubilitics.gateway.bundle.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.reasoning.signal.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code alerts.yaml} */
final class AlertsFile {

    static final String NAME = "alerts.yaml";

    private static final Set<String> OWN_FIELD = Set.of("name", "subject", "message");

    private AlertsFile() {}

    static List<Alert> alerts(JsonNode tree) {
        List<Alert> alerts = new ArrayList<>();
        for (JsonNode node : tree) {
            Map<String, String> details = new LinkedHashMap<>();
            node.properties().stream()
                    .filter(field -> field.getValue().isValueNode() && !OWN_FIELD.contains(field.getKey()))
                    .forEach(field ->
                            details.put(field.getKey(), field.getValue().asText()));
            alerts.add(new Alert(
                    node.path("name").asText(),
                    IncidentFile.subject(node.path("subject")),
                    node.path("message").asText(),
                    details));
        }
        return List.copyOf(alerts);
    }
}
