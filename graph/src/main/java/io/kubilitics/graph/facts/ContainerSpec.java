package io.kubilitics.graph.facts;

import java.util.List;
import java.util.OptionalLong;

/**
 * A container as it was asked for. Values of environment variables are left out: they may be secret.
 *
 * @param command with its arguments
 */
public record ContainerSpec(
        String name,
        Role role,
        String image,
        List<String> command,
        List<ContainerPort> ports,
        Probes probes,
        Resources resources,
        Security security,
        Environment environment,
        List<Mount> mounts) {

    public ContainerSpec {
        command = List.copyOf(command);
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
    }

    /** What it is in its pod for. */
    public enum Role {
        MAIN,
        /** Must end well before the next one starts. */
        INIT,
        /** Starts among the init containers and stays. */
        SIDECAR,
        /** Was put in by a person who looks for something. */
        EPHEMERAL
    }

    /** In bytes. */
    public OptionalLong memoryLimit() {
        Amount limit = resources.limits().get("memory");
        return limit == null ? OptionalLong.empty() : OptionalLong.of(limit.whole());
    }

    /** Keys it needs before it can start. */
    public List<KeyUse> reads() {
        return environment.reads();
    }
}
