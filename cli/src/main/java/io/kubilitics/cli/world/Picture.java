package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Boxes and arrows, for Graphviz or Mermaid. */
final class Picture {

    /** What Mermaid draws at most unless it is told otherwise, and more than anybody can look at. */
    private static final int MOST_ARROWS = 500;

    private static final int MOST_BOXES = 250;

    private final Map<Object, Box> boxes = new LinkedHashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final Set<Object> boxesLeftOut = new HashSet<>();
    private int arrowsLeftOut;

    private record Box(String id, String label) {}

    private record Arrow(String from, String to, String label) {}

    /** Some resources and how they refer to each other. */
    static Picture of(World world, Collection<ResourceRef> refs, Function<ResourceRef, String> label) {
        Picture picture = new Picture();
        Links links = new Links(world);
        refs.forEach(ref -> picture.box(ref, label.apply(ref)));
        for (ResourceRef from : refs.stream().filter(picture.boxes::containsKey).toList()) {
            for (Relation.Type type : Relation.Type.values()) {
                world.to(from, type)
                        .filter(picture.boxes::containsKey)
                        .sorted()
                        .forEach(to -> picture.arrow(from, to, links.label(new Relation(type, from, to))));
            }
        }
        return picture;
    }

    /** Drawn once for each key. Before its arrows. */
    void box(Object key, String label) {
        if (boxes.size() < MOST_BOXES) {
            boxes.putIfAbsent(key, new Box("n" + boxes.size(), label));
        } else if (!boxes.containsKey(key)) {
            boxesLeftOut.add(key);
        }
    }

    void arrow(Object from, Object to, String label) {
        Box tail = boxes.get(from);
        Box head = boxes.get(to);
        if (arrows.size() == MOST_ARROWS) {
            arrowsLeftOut++;
        } else if (tail != null && head != null) {
            arrows.add(new Arrow(tail.id(), head.id(), label));
        }
    }

    String dot() {
        StringBuilder text = new StringBuilder("digraph world {\n  rankdir=LR;\n  node [shape=box];\n");
        boxes.values().forEach(box -> text.append("  %s [label=\"%s\"];\n".formatted(box.id(), dot(box.label()))));
        for (Arrow arrow : arrows) {
            text.append("  %s -> %s [label=\"%s\"];\n".formatted(arrow.from(), arrow.to(), dot(arrow.label())));
        }
        if (!leftOut().isEmpty()) {
            text.append("  label=\"%s\";\n".formatted(leftOut()));
        }
        return text.append("}\n").toString();
    }

    String mermaid() {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        boxes.values().forEach(box -> text.append("  %s[\"%s\"]\n".formatted(box.id(), mermaid(box.label()))));
        for (Arrow arrow : arrows) {
            text.append("  %s -->|\"%s\"| %s\n".formatted(arrow.from(), mermaid(arrow.label()), arrow.to()));
        }
        if (!leftOut().isEmpty()) {
            text.append("  more[\"%s\"]\n".formatted(leftOut()));
        }
        return text.toString();
    }

    /** As a sentence; nothing when all is drawn. */
    private String leftOut() {
        return boxesLeftOut.isEmpty() && arrowsLeftOut == 0
                ? ""
                : "Not drawn: %d more boxes with their arrows, %d more arrows. -o json tells all."
                        .formatted(boxesLeftOut.size(), arrowsLeftOut);
    }

    private static String dot(String label) {
        return plain(label).replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String mermaid(String label) {
        return plain(label)
                .replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String plain(String label) {
        return label.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    }
}
