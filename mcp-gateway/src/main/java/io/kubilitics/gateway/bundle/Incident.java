package io.kubilitics.gateway.bundle;

import java.time.Instant;
import java.util.Optional;

/**
 * What {@code incident.yaml} says; all of it may be left out.
 *
 * @param now when the bundle was taken
 * @param question what a person would ask
 * @param focus what is asked about; nothing: the whole cluster
 */
public record Incident(
        Optional<String> id,
        Optional<Instant> now,
        String kubernetesVersion,
        String question,
        Optional<Subject> focus) {

    public static final Incident UNTOLD = new Incident(Optional.empty(), Optional.empty(), "", "", Optional.empty());

    /**
     * An object by the name that people and tools give it, which tells no API group.
     *
     * @param namespace empty when it has none or none is told
     */
    public record Subject(String kind, String namespace, String name) {}
}
