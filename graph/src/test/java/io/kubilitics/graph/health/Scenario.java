package io.kubilitics.graph.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ShortObjects;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small cluster in which something is unwell, or in which nothing is though it may look so. Kept as text in
 * {@code src/test/resources/symptoms}: a title, what is expected, the objects.
 *
 * @param expected lines such as {@code crashing Pod shop/a app}
 */
record Scenario(String title, List<String> expected, List<JsonNode> objects) {

    private static final List<String> FILES = List.of("pods", "workloads", "traffic", "storage", "cluster", "custom");
    private static final String HEALTHY = "healthy ";

    static List<Scenario> all() {
        return FILES.stream().flatMap(file -> in(text(file + ".txt"))).toList();
    }

    /** The name by which the table of symptoms refers to it. */
    String name() {
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

    List<String> symptoms() {
        World world = World.empty();
        for (JsonNode object : objects) {
            world = world.applyAll(Observers.observe(object));
        }
        for (Kind kind : Kind.KNOWN) {
            world = world.apply(new Observation.Listed(kind));
        }
        return Health.symptoms(world, new Scope.Everything(), ShortObjects.NOW).stream()
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
        List<String> expected = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("expect ")) {
                expected.add(line.substring("expect ".length()).strip());
            }
        }
        String objects = lines.stream().skip(1L + expected.size()).collect(Collectors.joining("\n"));
        return new Scenario(
                lines.getFirst().strip(), expected, ShortObjects.read(objects.replace("@certificate", certificate())));
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
