package io.kubilitics.cli.cluster.machine;

import java.util.List;

/** This machine's own loopback address: enough for a control plane and simulated nodes. */
public record Loopback() implements Place {

    @Override
    public String address() {
        return "127.0.0.1";
    }

    @Override
    public List<String> inside(List<String> command) {
        return command;
    }

    @Override
    public void create() {}

    @Override
    public void remove() {}
}
