package io.kubilitics.graph.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.ShortObjects;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small cluster in which something is unwell, or in which nothing is though it may look so. Kept as text in
 * {@code src/test/resources/symptoms}: a title, what is expected, what keeps a pod off the nodes, the objects.
 *
 * @param expected lines such as {@code crashing Pod shop/a app}
 * @param obstacle as {@link io.kubilitics.graph.fit.Obstacle} names it; empty where the scenario does not tell
 */
record Scenario(String title, List<String> expected, String obstacle, List<JsonNode> objects) {

    private static final List<String> FILES =
            List.of("pods", "containers", "placing", "workloads", "traffic", "storage", "cluster", "custom");
    private static final String HEALTHY = "healthy ";
    private static final String EXPECT = "expect ";
    private static final String OBSTACLE = "obstacle ";

    static List<Scenario> all() {
        return FILES.stream().flatMap(file -> in(text(file + ".txt"))).toList();
    }

    /** The name by which the table of symptoms refers to it. */
    String name() {
        if (healthy()) {
            return title.substring(HEALTHY.length());
        }
        int colon = title.indexOf(':');
        return colon < 0 ? title : title.substring(0, colon);
    }

    boolean healthy() {
        return title.startsWith(HEALTHY);
    }

    /** What it is about: its first object. */
    Kind kind() {
        return ShortObjects.kind(objects.getFirst());
    }

    ResourceRef subject() {
        JsonNode metadata = objects.getFirst().path("metadata");
        return new ResourceRef(
                kind(),
                metadata.path("namespace").asText(),
                metadata.path("name").asText());
    }

    /** Everything in it, with nothing out of sight. */
    World world() {
        World world = World.empty();
        for (JsonNode object : objects) {
            world = world.applyAll(Observers.observe(object));
        }
        for (Kind kind : Kind.KNOWN) {
            world = world.apply(new Observation.Listed(kind));
        }
        return world;
    }

    /** All that we make of it: two scenarios of which we make the same are one. */
    Set<Object> told() {
        return objects.stream()
                .flatMap(object -> Observers.observe(object).stream())
                .map(Scenario::told)
                .collect(Collectors.toSet());
    }

    /** Without names and numbers that tell nothing. */
    private static Object told(Observation observation) {
        return switch (observation) {
            case Observation.Seen(var resource, var relations, var selections, var _) -> {
                Meta meta = resource.meta();
                List<Object> header =
                        List.of(meta.created(), meta.deletion(), meta.labels(), meta.annotations(), meta.finalizers());
                yield List.of(resource.ref().kind(), header, resource.facts(), relations.size(), selections.size());
            }
            case Observation.Noted(var about, var event) ->
                List.of(about.kind(), event.warning(), event.reason(), event.count(), event.last());
            default -> observation;
        };
    }

    List<String> symptoms() {
        return Health.symptoms(world(), new Scope.Everything(), ShortObjects.NOW).stream()
                .map(symptom -> "%s %s %s"
                        .formatted(symptom.ailment().id(), symptom.subject(), symptom.part())
                        .strip())
                .toList();
    }

    @Override
    public String toString() {
        return kind() + ": " + title;
    }

    private static Stream<Scenario> in(String text) {
        return Stream.of(text.split("(?m)^# ", -1))
                .filter(block -> !block.isBlank())
                .map(Scenario::of);
    }

    private static Scenario of(String block) {
        List<String> lines = block.lines().toList();
        List<String> expected = beginning(lines, EXPECT);
        List<String> obstacles = beginning(lines, OBSTACLE);
        String objects =
                lines.stream().skip(1L + expected.size() + obstacles.size()).collect(Collectors.joining("\n"));
        return new Scenario(
                lines.getFirst().strip(),
                expected,
                String.join(" ", obstacles),
                ShortObjects.read(objects.replace("@certificate", certificate())));
    }

    private static List<String> beginning(List<String> lines, String with) {
        return lines.stream()
                .filter(line -> line.startsWith(with))
                .map(line -> line.substring(with.length()).strip())
                .toList();
    }

    private static String certificate() {
        return Base64.getEncoder().encodeToString(text("expired.crt").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String file) {
        try (InputStream in = Scenario.class.getResourceAsStream("/symptoms/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no such file: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
