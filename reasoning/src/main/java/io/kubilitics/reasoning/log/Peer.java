package io.kubilitics.reasoning.log;

/**
 * The other side of a call, as a log tells it; tainted.
 *
 * @param host a name or a number; empty when it is not told
 * @param port 0 when it is not told
 */
public record Peer(String host, int port) {

    public static final Peer UNTOLD = new Peer("", 0);

    public boolean told() {
        return !host.isEmpty();
    }

    /** A bare word may be what a program calls the other side, and no name that anybody could look up. */
    public boolean vague() {
        return port == 0 && !host.contains(".");
    }

    @Override
    public String toString() {
        return port == 0 ? host : host + ":" + port;
    }
}
