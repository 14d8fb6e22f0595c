package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Affected;
import io.kubilitics.graph.query.Bearing;
import io.kubilitics.graph.query.BlastRadius;
import io.kubilitics.graph.query.Harm;
import io.kubilitics.graph.query.Membership;
import io.kubilitics.graph.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Who would suffer.
 *
 * @param affected the nearest first, and by name within a hop
 */
record Suffering(World world, BlastRadius radius, List<Affected> affected) implements View {

    static Suffering of(World world, BlastRadius radius) {
        return new Suffering(world, radius, radius.sorted());
    }

    private record Named(String kind, String namespace, String name) {

        static Named of(ResourceRef ref) {
            return new Named(ref.kind().name(), ref.namespace(), ref.name());
        }
    }

    /**
     * One stop of the way that harm takes.
     *
     * @param keys those of the one before that it names
     */
    private record Stop(String object, String harm, String because, List<String> keys) {}

    private record Line(
            String kind, String namespace, String name, int hop, String harm, String because, List<Stop> path) {}

    /**
     * All of it.
     *
     * @param cut whether there are more than these
     * @param known false when no rule says what the failure of such an object does
     */
    private record Json(Named start, String failure, boolean cut, boolean known, List<Line> affected) {}

    @Override
    public String table() {
        Table table = new Table("OBJECT", "HOP", "WOULD BE", "BECAUSE IT", "PATH");
        table.row(radius.start(), 0, harm(radius.harm()), "", "");
        affected.forEach(each -> table.row(each.ref(), each.hop(), harm(each.harm()), how(each), way(each)));
        return table.text() + remark();
    }

    private String remark() {
        if (radius.cut()) {
            return "%nThere are more: the list ends after %d.%n".formatted(affected.size());
        }
        if (!affected.isEmpty()) {
            return "";
        }
        return known()
                ? "%nNobody is known to suffer.%n".formatted()
                : "%nNothing is known of what the failure of a %s does.%n"
                        .formatted(radius.start().kind());
    }

    private boolean known() {
        return !affected.isEmpty() || Bearing.known(world, radius.start().kind());
    }

    @Override
    public Object json() {
        return new Json(
                Named.of(radius.start()),
                harm(radius.harm()),
                radius.cut(),
                known(),
                affected.stream().map(this::line).toList());
    }

    private Line line(Affected each) {
        ResourceRef ref = each.ref();
        return new Line(
                ref.kind().name(),
                ref.namespace(),
                ref.name(),
                each.hop(),
                harm(each.harm()),
                why(each),
                each.path().stream()
                        .map(stop -> new Stop(stop.ref().toString(), harm(stop.harm()), why(stop), keys(stop)))
                        .toList());
    }

    @Override
    public Picture picture() {
        Map<ResourceRef, Harm> harms = new LinkedHashMap<>(Map.of(radius.start(), radius.harm()));
        affected.forEach(each -> harms.put(each.ref(), each.harm()));
        Picture picture =
                Picture.of(world, harms.keySet(), ref -> ref + ": " + harm(Objects.requireNonNull(harms.get(ref))));
        affected.forEach(each -> each.by()
                .filter(reason -> reason.rule() instanceof Membership)
                .ifPresent(reason -> picture.arrow(reason.from().ref(), each.ref(), "has")));
        return picture;
    }

    /** From where it starts to the last before this one. */
    private static String way(Affected each) {
        List<Affected> path = each.path();
        return path.subList(0, path.size() - 1).stream()
                .map(stop -> stop.ref().toString())
                .collect(Collectors.joining(" > "));
    }

    private String how(Affected each) {
        List<String> keys = keys(each);
        return keys.isEmpty() ? why(each) : "%s (%s)".formatted(why(each), String.join(", ", keys));
    }

    private List<String> keys(Affected each) {
        return each.relation().map(new Links(world)::keys).orElse(List.of());
    }

    private static String why(Affected each) {
        return each.by().map(reason -> reason.rule().why()).orElse("");
    }

    static String harm(Harm harm) {
        return harm.name().toLowerCase(Locale.ROOT);
    }
}
