package io.kubilitics.reasoning.signal;

import io.kubilitics.reasoning.signal.Probes.Connection;
import io.kubilitics.reasoning.signal.Probes.NodeService;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was found by asking nodes for their services, and by trying Services from single nodes. */
public record NodeTrials(Probes probes) {

    private static final Set<String> RUNTIMES = Set.of("containerd", "crio", "cri-o", "docker", "cri-dockerd");
    /** One of several is enough. */
    private static final Set<String> ELECTED = Set.of("kube-scheduler", "kube-controller-manager");

    /** As people call it, whatever the unit file is called. */
    public static String name(NodeService service) {
        String name = service.service().toLowerCase(Locale.ROOT).replaceFirst("\\.service$", "");
        return name.equals("crio") ? "cri-o" : name;
    }

    public static boolean isRuntime(String name) {
        return RUNTIMES.contains(name);
    }

    public static boolean isScheduler(NodeService service) {
        return name(service).equals("kube-scheduler");
    }

    /** The services that should run and do not. */
    public List<NodeService> down() {
        return probes.nodeServices().stream()
                .filter(NodeTrials::stopped)
                .filter(service -> !switchedOff(service) && !replaced(service))
                .toList();
    }

    /** Whether a service of a node runs; empty when nobody asked. */
    public Optional<Boolean> runs(String node, String name) {
        return probes.nodeServices().stream()
                .filter(service -> service.node().equals(node) && name(service).equals(name))
                .map(service -> !stopped(service))
                .findFirst();
    }

    private static boolean stopped(NodeService service) {
        String active = service.active().toLowerCase(Locale.ROOT);
        return active.startsWith("inactive")
                || active.startsWith("failed")
                || active.startsWith("deactivating")
                || active.startsWith("activating (auto-restart");
    }

    private static boolean running(NodeService service) {
        return service.active().toLowerCase(Locale.ROOT).startsWith("active");
    }

    /** Somebody meant it not to run. */
    private static boolean switchedOff(NodeService service) {
        return service.text().contains("; disabled;") || service.text().contains("masked");
    }

    /** Another runtime does the work of this one, another node's scheduler that of this node's. */
    private boolean replaced(NodeService service) {
        String name = name(service);
        return probes.nodeServices().stream()
                .filter(NodeTrials::running)
                .anyMatch(other -> isRuntime(name)
                        ? other.node().equals(service.node()) && isRuntime(name(other))
                        : ELECTED.contains(name) && name(other).equals(name));
    }

    /** Nodes from which hardly any Service answers while most of them answer to others. */
    public List<String> cutOff() {
        List<Connection> tried = probes.connections().stream()
                .filter(connection -> connection.fromNodes().containsValue("succeeded"))
                .toList();
        TreeSet<String> nodes = tried.stream()
                .flatMap(connection -> connection.fromNodes().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return nodes.stream()
                .filter(node -> tried.size() > 1 && 2 * failed(tried, node) > tried.size())
                .toList();
    }

    private static long failed(List<Connection> tried, String node) {
        return tried.stream()
                .filter(connection -> "failed".equals(connection.fromNodes().get(node)))
                .count();
    }
}
