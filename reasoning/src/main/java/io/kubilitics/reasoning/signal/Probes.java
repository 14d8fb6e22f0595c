package io.kubilitics.reasoning.signal;

import java.util.List;
import java.util.Map;

/**
 * What somebody found who tried things out.
 *
 * @param calls who calls whom, by name of the application
 * @param errors what the applications' logs complain of, by name of the application
 */
public record Probes(
        List<Connection> connections,
        List<NodeService> nodeServices,
        Map<String, List<String>> calls,
        Map<String, ErrorLog> errors) {

    public static final Probes NONE = new Probes(List.of(), List.of(), Map.of(), Map.of());

    public Probes {
        connections = List.copyOf(connections);
        nodeServices = List.copyOf(nodeServices);
        calls = Map.copyOf(calls);
        errors = Map.copyOf(errors);
    }

    /**
     * Whether a port of a Service could be reached.
     *
     * @param result {@code succeeded}, {@code failed}, {@code mixed}
     * @param fromNodes the same, tried from single nodes
     */
    public record Connection(
            String namespace, String service, int port, String result, Map<String, String> fromNodes, String text) {
        public Connection {
            fromNodes = Map.copyOf(fromNodes);
        }
    }

    /**
     * A service of the operating system on a node.
     *
     * @param active as systemd says it
     */
    public record NodeService(String node, String service, String active, String text) {}

    /**
     * Errors in a log, summed up.
     *
     * @param lines of the whole log, 0 when that is not told
     * @param errors how many of them
     * @param samples some of them
     */
    public record ErrorLog(int lines, int errors, List<String> samples) {
        public ErrorLog {
            samples = List.copyOf(samples);
        }
    }
}
