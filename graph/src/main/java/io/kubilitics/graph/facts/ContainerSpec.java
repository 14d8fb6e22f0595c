package io.kubilitics.graph.facts;

import java.util.List;
import java.util.OptionalLong;

/**
 * A container as it was asked for. Values of environment variables are left out: they may be secret.
 *
 * @param memoryLimit in bytes
 * @param reads keys it needs before it can start
 */
public record ContainerSpec(
        String name, String image, List<String> command, OptionalLong memoryLimit, List<KeyUse> reads) {
    public ContainerSpec {
        command = List.copyOf(command);
        reads = List.copyOf(reads);
    }
}
