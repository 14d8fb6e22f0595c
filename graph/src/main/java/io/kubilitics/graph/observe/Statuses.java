package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.OpaqueFacts;
import java.util.Optional;

/** What the status of nearly every kind tells in the same way. */
final class Statuses {

    private Statuses() {}

    static OpaqueFacts of(Sight sight) {
        Field status = sight.status();
        String connection = status.at("connectionState", "lastObservedState").text();
        return of(sight, status.at("phase").text(status.at("state").text(connection)));
    }

    static OpaqueFacts of(Sight sight, String phase) {
        Field status = sight.status();
        Field spec = sight.spec();
        return new OpaqueFacts(
                phase,
                status.at("message").text(status.at("reason").text()),
                spec.at("suspend").yes() || spec.at("paused").yes(),
                sight.observed(),
                Optional.empty(),
                Conditions.of(status));
    }
}
