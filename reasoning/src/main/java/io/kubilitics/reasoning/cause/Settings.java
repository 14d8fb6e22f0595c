package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.stream.Stream;

/** From where the programs of a workload have their settings: what they read and what is mounted. */
final class Settings {

    private Settings() {}

    static Stream<ResourceRef> of(ResourceRef workload, Inquiry inquiry) {
        return Stream.of(Relation.Type.READS, Relation.Type.MOUNTS)
                .flatMap(type -> inquiry.to(workload, type).stream())
                .distinct();
    }

    static Stream<ResourceRef> of(ResourceRef workload, Kind kind, Inquiry inquiry) {
        return of(workload, inquiry).filter(source -> source.kind().equals(kind));
    }
}
