package io.kubilitics.reasoning.signal;

import java.util.Map;

/**
 * What a monitoring system complained of; tainted.
 *
 * @param details whatever else it said, by name
 */
public record Alert(String name, Subject subject, String message, Map<String, String> details) {
    public Alert {
        details = Map.copyOf(details);
    }
}
