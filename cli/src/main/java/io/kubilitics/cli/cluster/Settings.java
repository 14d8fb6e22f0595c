package io.kubilitics.cli.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.cluster.machine.Loopback;
import io.kubilitics.cli.cluster.machine.Namespace;
import io.kubilitics.cli.cluster.machine.Place;
import io.kubilitics.cli.cluster.machine.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was decided when a cluster was started, kept in its folder so that a later command finds it again.
 *
 * @param namespace name of the network namespace, empty for loopback
 * @param subnet of that namespace
 * @param ports where each listens
 */
record Settings(String namespace, int subnet, Map<Listener, Integer> ports) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Everything that listens. */
    enum Listener {
        ETCD,
        ETCD_HEALTH,
        ETCD_PEER,
        API_SERVER,
        CONTROLLER_MANAGER,
        SCHEDULER,
        KWOK,
        METRICS_SERVER
    }

    Settings {
        ports = Map.copyOf(ports);
    }

    static Settings onLoopback() {
        return new Settings("", 0, freePorts());
    }

    static Settings inNamespace(ClusterHome home) {
        Namespace namespace = Namespace.unused(namespaceOf(home).name());
        return new Settings(namespace.name(), namespace.subnet(), freePorts());
    }

    /** The namespace that this cluster has, had or would have: its name follows from the folder, so it is found without settings. */
    static Namespace namespaceOf(ClusterHome home) {
        return new Namespace(
                "kbl" + String.format(Locale.ROOT, "%08x", home.folder().hashCode()), 0);
    }

    private static Map<Listener, Integer> freePorts() {
        Iterator<Integer> free = Ports.free(Listener.values().length).iterator();
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            ports.put(listener, free.next());
        }
        return ports;
    }

    static Optional<Settings> read(ClusterHome home) {
        if (!Files.isRegularFile(home.settings())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(home.settings().toFile(), Settings.class));
        } catch (IOException unreadable) {
            throw CliFault.failed(
                    "%s cannot be read: run '%s', then 'up'".formatted(home.settings(), home.command("down")),
                    unreadable);
        }
    }

    void save(ClusterHome home) {
        try {
            home.write(home.settings().getFileName().toString(), JSON.writeValueAsString(this));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean isolated() {
        return !namespace.isEmpty();
    }

    Place place() {
        return isolated() ? new Namespace(namespace, subnet) : new Loopback();
    }

    String port(Listener listener) {
        return String.valueOf(ports.get(listener));
    }

    /** {@code https://ADDRESS:PORT} of a listener. */
    String url(Listener listener) {
        return "https://" + place().address() + ":" + port(listener);
    }
}
