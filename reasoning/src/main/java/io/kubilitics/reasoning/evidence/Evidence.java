package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.History;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.EventNote;
import java.util.List;

/** What a look at something showed. */
public sealed interface Evidence {

    record Found(Resource resource) implements Evidence {}

    /** It does not exist: all of its kind are known. */
    record Missing(ResourceRef ref) implements Evidence {}

    record Events(List<EventNote> events) implements Evidence {
        public Events {
            events = List.copyOf(events);
        }
    }

    record Lines(List<String> lines) implements Evidence {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    record Changes(History history) implements Evidence {}

    /** The workload at the top of its owners; itself when it has none. */
    record Neighbours(ResourceRef topOwner) implements Evidence {}

    /** It cannot be seen, for lack of rights, of a source, or of time. Confirms nothing and refutes nothing. */
    record Unavailable(String why) implements Evidence {}
}
