package io.kubilitics.cli.cluster.machine;

import java.util.List;

/** Where a cluster's processes listen: this machine's loopback, or a network namespace that real pods can share. */
public sealed interface Place permits Loopback, Namespace {

    /** The address everything listens on, reachable from here as well. */
    String address();

    /** The command line that runs a command in this place. */
    List<String> inside(List<String> command);

    void create();

    void remove();
}
