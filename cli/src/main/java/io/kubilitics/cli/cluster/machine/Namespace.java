package io.kubilitics.cli.cluster.machine;

import io.kubilitics.cli.CliFault;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A network namespace with one bridge that carries the node's address, and one virtual cable to this machine, so that pods,
 * control plane and callers here all reach each other; nothing else is reachable from inside as long as this machine does not forward.
 *
 * @param name of the namespace, at most 11 letters: it also names the cable's ends
 * @param subnet third number of the private network in use
 */
public record Namespace(String name, int subnet) implements Place {

    public Namespace {
        if (name.length() > 11) {
            throw new IllegalArgumentException("a namespace's name has at most 11 letters: " + name);
        }
    }

    /** A namespace on the first private network of a range that this machine has no address in. */
    public static Namespace unused(String name) {
        String taken = Tool.run("ip", "-4", "-o", "addr");
        return IntStream.range(99, 120)
                .filter(subnet -> !taken.contains("inet 10.99." + subnet + "."))
                .mapToObj(subnet -> new Namespace(name, subnet))
                .findFirst()
                .orElseThrow(
                        () -> CliFault.unreachable(
                                "no free private network between 10.99.99.0/24 and 10.99.119.0/24: end a cluster that is not needed"));
    }

    @Override
    public String address() {
        return "10.99." + subnet + ".1";
    }

    @Override
    public List<String> inside(List<String> command) {
        return Stream.concat(Stream.of("nsenter", "--net=/run/netns/" + name), command.stream())
                .toList();
    }

    @Override
    public void create() {
        String near = name + "-out";
        String far = name + "-in";
        String here = "10.99." + subnet + ".254";
        ip("netns", "add", name);
        in("link", "set", "lo", "up");
        // Not every kernel has dummy devices; a bridge carries an address as well.
        in("link", "add", "node0", "type", "bridge");
        in("addr", "add", address() + "/24", "dev", "node0");
        ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", name);
        in("link", "set", far, "master", "node0");
        in("link", "set", far, "up");
        in("link", "set", "node0", "up");
        ip("addr", "add", here + "/24", "dev", near);
        ip("link", "set", near, "up");
        in("route", "add", "default", "via", here);
        Tool.run(inside(List.of("sysctl", "-qw", "net.ipv4.ip_forward=1")));
    }

    /** Takes the cable's near end and the bridge with it. */
    @Override
    public void remove() {
        Tool.tryRun(List.of("ip", "link", "del", name + "-out"), "");
        Tool.tryRun(List.of("ip", "netns", "del", name), "");
    }

    private void in(String... words) {
        Tool.run(Stream.concat(Stream.of("ip", "-n", name), Stream.of(words)).toList());
    }

    private static void ip(String... words) {
        Tool.run(Stream.concat(Stream.of("ip"), Stream.of(words)).toList());
    }
}
