package io.kubilitics.gateway.bundle;

import io.kubilitics.reasoning.signal.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * What {@code incident.yaml} says; all of it may be left out.
 *
 * @param now when the bundle was taken
 * @param question what a person would ask
 * @param focus what is asked about; nothing: the whole cluster
 * @param recorded what is known of how the bundle was taken
 */
public record Incident(
        Optional<String> id,
        Optional<Instant> now,
        String kubernetesVersion,
        String question,
        Optional<Subject> focus,
        Optional<Recorded> recorded) {

    public static final Incident UNTOLD =
            new Incident(Optional.empty(), Optional.empty(), "", "", Optional.empty(), Optional.empty());
}
