package io.kubilitics.graph.facts;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a container is asked whether it has started, works, and takes work. */
public record Probes(Optional<Probe> startup, Optional<Probe> liveness, Optional<Probe> readiness) {

    public static final Probes NONE = new Probes(Optional.empty(), Optional.empty(), Optional.empty());

    /** The ports, by number or name, at which the container is asked. */
    public Stream<String> asked() {
        return Stream.of(startup, liveness, readiness)
                .flatMap(Optional::stream)
                .map(Probe::port)
                .filter(port -> !port.isEmpty());
    }

    /**
     * One question that the kubelet asks again and again.
     *
     * @param port a number or the name of one of the container's ports; empty for commands
     * @param path for HTTP, or the service for gRPC
     */
    public record Probe(How how, String port, String path, String scheme, Timing timing) {

        @Override
        public String toString() {
            String where = Stream.of(port, path).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
            return "%s %s after %d s, every %d s, given up after %d failures"
                    .formatted(how, where, timing.delay(), timing.period(), timing.failures());
        }
    }

    /** In which way it is asked. */
    public enum How {
        HTTP,
        TCP,
        GRPC,
        COMMAND
    }

    /** When it is asked, in seconds, and how many answers in a row decide. */
    public record Timing(int delay, int period, int timeout, int failures, int successes) {

        /** How long a container that never answers is left alone. */
        public int patience() {
            return delay + period * failures;
        }
    }
}
