package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a person means by {@code KIND/NS/NAME}. */
record Names(World world) {

    static final String FORM = "KIND/NS/NAME";

    ResourceRef find(String text) {
        List<String> parts = List.of(text.split("/", -1));
        if (parts.size() < 2 || parts.size() > 3 || parts.stream().anyMatch(String::isEmpty)) {
            throw CliFault.wrongUsage(
                    "'%s' is not of the form %s (KIND/NAME when the name is enough)".formatted(text, FORM));
        }
        List<ResourceRef> meant = known().filter(
                        ref -> ref.name().equals(parts.getLast()) && isKind(ref.kind(), parts.getFirst()))
                .filter(ref -> parts.size() == 2 || ref.namespace().equals(parts.get(1)))
                .distinct()
                .sorted()
                .toList();
        if (meant.size() > 1) {
            throw CliFault.wrongUsage("there are several: "
                    + meant.stream().map(ResourceRef::toString).collect(Collectors.joining(", ")));
        }
        return meant.stream().findFirst().orElseThrow(() -> CliFault.failed("nothing is known of " + text));
    }

    /** What exists, and what does not but is referred to. */
    private Stream<ResourceRef> known() {
        return Stream.concat(
                world.all().map(Resource::ref),
                new Links(world)
                        .all()
                        .flatMap(relation -> Stream.of(relation.from(), relation.to()))
                        .filter(ref -> world.presence(ref) != Presence.PRESENT));
    }

    /** As manifests write it, or as kubectl takes it. */
    private static boolean isKind(Kind kind, String text) {
        return kind.name().equalsIgnoreCase(text) || (kind.name() + "s").equalsIgnoreCase(text);
    }
}
