package io.kubilitics.graph.facts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an object carries of which nothing matters but who it is and how it is labelled. */
public final class PlainMeta {

    private PlainMeta() {}

    public static Meta of(String uid, Map<String, String> labels) {
        return new Meta(
                uid,
                "1",
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                labels,
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
