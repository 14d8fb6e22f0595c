package io.kubilitics.cli.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.query.Cycles;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much of everything there is. */
record Overview(Sight sight) implements View {

    private static final int SHOWN = 10;

    record KindLine(String group, String kind, int objects, boolean understood, String complete) {}

    record RelationLine(String type, long count, long toAbsent, long toUnseen) {}

    /** Null, and not written, for what was taken from a cluster. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Json(
            String name,
            String now,
            @Nullable String watchedSince,
            List<KindLine> kinds,
            List<RelationLine> relations,
            List<Hidden> hidden,
            List<String> absent,
            List<String> absentPerhapsNotNeeded,
            List<String> circles,
            List<String> problems) {}

    @Override
    public String table() {
        Table kinds = new Table("KIND", "OBJECTS", "UNDERSTOOD", "COMPLETE");
        kinds().forEach(line ->
                kinds.row(line.kind(), line.objects(), line.understood() ? "yes" : "no", line.complete()));
        Table relations = new Table("RELATION", "COUNT", "TO ABSENT", "TO UNSEEN");
        relations().forEach(line -> relations.row(line.type(), line.count(), line.toAbsent(), line.toUnseen()));
        StringBuilder text = new StringBuilder("%s, as of %s%n".formatted(sight.name(), sight.now()));
        sight.watched().ifPresent(window -> text.append("its past is known since %s%n".formatted(window.from())));
        text.append(System.lineSeparator());
        text.append(kinds.text()).append(System.lineSeparator()).append(relations.text());
        text.append(hidden());
        list(text, "Referred to and absent", absent(true));
        list(text, "Named and absent, perhaps not needed (optional, a pull secret, or an address)", absent(false));
        list(text, "In a circle, which nobody meant", circles());
        list(text, "Problems", sight.problems());
        return text.toString();
    }

    private String hidden() {
        Table table = new Table("NOT SEEN IN FULL", "WHY");
        Hidden.in(sight.world()).forEach(each -> table.row(each.kind(), each.why()));
        return table.isEmpty() ? "" : System.lineSeparator() + table.text();
    }

    private static void list(StringBuilder text, String title, List<String> entries) {
        if (!entries.isEmpty()) {
            text.append("%n%s:%n".formatted(title));
            entries.stream().limit(SHOWN).forEach(entry -> text.append("  %s%n".formatted(entry)));
            if (entries.size() > SHOWN) {
                text.append("  … and %d more (-o json shows all)%n".formatted(entries.size() - SHOWN));
            }
        }
    }

    @Override
    public Object json() {
        String since = sight.watched().map(window -> window.from().toString()).orElse(null);
        return new Json(
                sight.name(),
                sight.now().toString(),
                since,
                kinds(),
                relations(),
                Hidden.in(sight.world()),
                absent(true),
                absent(false),
                circles(),
                sight.problems());
    }

    /** The kinds, and which of them refer to which. */
    @Override
    public Picture picture() {
        Picture picture = new Picture();
        sight.counts().keySet().stream()
                .sorted()
                .forEach(kind -> picture.box(
                        kind, "%s (%d)".formatted(kind, sight.counts().get(kind))));
        Map<List<Object>, Long> arrows = new Links(sight.world())
                .all()
                .collect(Collectors.groupingBy(
                        relation -> List.of(
                                relation.from().kind(),
                                relation.to().kind(),
                                relation.type().id()),
                        LinkedHashMap::new,
                        Collectors.counting()));
        arrows.forEach((ends, count) -> {
            picture.box(ends.get(0), ends.get(0) + " (0)");
            picture.box(ends.get(1), ends.get(1) + " (0)");
            picture.arrow(ends.get(0), ends.get(1), "%s %d".formatted(ends.get(2), count));
        });
        return picture;
    }

    List<KindLine> kinds() {
        return sight.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new KindLine(
                        entry.getKey().group(),
                        entry.getKey().name(),
                        entry.getValue(),
                        understood(entry.getKey()),
                        complete(entry.getKey())))
                .toList();
    }

    /** By more than what nearly every kind tells in the same way. */
    private static boolean understood(Kind kind) {
        return kind.equals(Kind.EVENT) || Observers.understood().contains(kind);
    }

    private String complete(Kind kind) {
        if (sight.coverage().everywhere().contains(kind)) {
            Set<String> refused = sight.world().coverage().of(kind).refused().keySet();
            return refused.isEmpty() ? "yes" : "but for " + String.join(", ", refused);
        }
        Set<String> namespaces = sight.coverage().inNamespaces().getOrDefault(kind, Set.of());
        return namespaces.isEmpty()
                ? "no"
                : "in " + namespaces.stream().sorted().collect(Collectors.joining(", "));
    }

    List<RelationLine> relations() {
        Map<Relation.Type, List<Relation>> byType = new Links(sight.world())
                .all()
                .collect(Collectors.groupingBy(Relation::type, TreeMap::new, Collectors.toList()));
        return byType.entrySet().stream()
                .map(entry -> new RelationLine(
                        entry.getKey().id(),
                        entry.getValue().size(),
                        count(entry.getValue(), Presence.ABSENT),
                        count(entry.getValue(), Presence.UNSEEN)))
                .toList();
    }

    private long count(List<Relation> relations, Presence presence) {
        return relations.stream()
                .filter(relation -> sight.world().presence(relation.to()) == presence)
                .count();
    }

    /** Who owns or waits for each other. */
    private List<String> circles() {
        return Stream.of(Relation.Type.OWNS, Relation.Type.DEPENDS_ON)
                .flatMap(type -> Cycles.of(sight.world(), type).stream()
                        .map(circle -> circle.stream()
                                .map(ResourceRef::toString)
                                .collect(Collectors.joining(", ", type.id() + ": ", ""))))
                .toList();
    }

    /** What somebody cannot do without, or what nobody needs as far as can be told. */
    private List<String> absent(boolean needed) {
        Links links = new Links(sight.world());
        SortedMap<ResourceRef, Boolean> absent = new TreeMap<>();
        links.all()
                .filter(relation -> sight.world().presence(relation.to()) == Presence.ABSENT)
                .forEach(relation -> absent.merge(relation.to(), links.needed(relation), Boolean::logicalOr));
        return absent.entrySet().stream()
                .filter(each -> each.getValue() == needed)
                .map(each -> each.getKey().toString())
                .toList();
    }
}
