package io.kubilitics.gateway.wire;

import io.kubilitics.graph.time.WorldRing.Window;
import java.util.Optional;

/**
 * How the stream from the body is.
 *
 * @param connected whether the body is telling us something
 * @param synced whether it has told us everything, so that conclusions may be drawn
 * @param epoch what the body calls the present stream; empty while there is none
 * @param reconnects how often a stream was begun after the first
 * @param past how far back the world is known; nothing while it is not synced
 * @param trouble why the stream is not what it should be, in half a sentence; nothing while it is
 */
public record StreamState(
        boolean connected,
        boolean synced,
        String epoch,
        long reconnects,
        Optional<Window> past,
        Optional<String> trouble) {}
