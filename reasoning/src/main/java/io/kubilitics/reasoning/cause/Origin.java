package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where that comes from which a controller should have made: the farthest that is away or unwell on the way up to its source.
 *
 * @param fault whose change, or return, ends it
 * @param words what is the matter with it
 */
record Origin(ResourceRef fault, String words) {

    private static final List<Relation.Type> UPWARD = List.of(
            Relation.Type.ISSUED_BY, Relation.Type.SOURCED_FROM, Relation.Type.DEPENDS_ON, Relation.Type.REFERS_TO);

    /** Of something that a controller should have written, or renewed; nothing when no such controller's resource is known. */
    static Optional<Origin> ofWritten(ResourceRef written, Inquiry inquiry) {
        return inquiry.from(written, Relation.Type.WRITES).stream()
                .filter(writer -> inquiry.object(writer).isPresent())
                .findFirst()
                .map(writer -> of(writer, inquiry));
    }

    /** Of something that is there and unwell; itself when nothing above it is. */
    static Origin of(ResourceRef unwell, Inquiry inquiry) {
        Set<ResourceRef> passed = new HashSet<>();
        ResourceRef last = unwell;
        while (passed.add(last)) {
            ResourceRef here = last;
            for (Relation.Type type : UPWARD) {
                Optional<ResourceRef> missing =
                        inquiry.to(here, type).stream().filter(inquiry::missing).findFirst();
                if (missing.isPresent()) {
                    Absence absence = Absence.of(missing.get(), here, type, inquiry);
                    return new Origin(
                            absence.fault(),
                            "%s names %s, which does not exist%s".formatted(here, missing.get(), absence.guess()));
                }
            }
            last = above(here, inquiry)
                    .filter(ref -> !passed.contains(ref))
                    .findFirst()
                    .orElse(here);
        }
        return new Origin(last, "%s is unwell".formatted(last));
    }

    private static Stream<ResourceRef> above(ResourceRef ref, Inquiry inquiry) {
        return UPWARD.stream()
                .flatMap(type -> inquiry.to(ref, type).stream())
                .filter(source -> !inquiry.health(source).isEmpty());
    }
}
