package io.kubilitics.graph.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two states of one object, field by field. What came or went is told field by field too, so that a field is found
 * wherever above it the change began; entries of lists come and go whole, and are found again by their names.
 */
public final class Differences {

    /** So many; of more, how many more. */
    static final int MOST = 50;

    private final List<Edit> found = new ArrayList<>();

    private Differences() {}

    /** Of what is wished; nothing is told of the cluster's work. */
    public static List<Edit> ofWishes(JsonNode before, JsonNode after) {
        return between(Wish.of(before), Wish.of(after), "", Place.TOP);
    }

    /** Of two values of the field at this path. Either may be missing. */
    public static List<Edit> between(JsonNode before, JsonNode after, String path, Place place) {
        Differences differences = new Differences();
        if (place.ofEntry() && (before.isMissingNode() || after.isMissingNode())) {
            differences.found.add(Edit.of(path, place, before, after));
        } else {
            differences.compare(before, after, path, place);
        }
        return differences.told(path, place);
    }

    /** A field that changed in a way that is not to be seen, as secrets do. */
    public static Edit hidden(String path, Place place) {
        return new Edit(path, place, Optional.of(""), Optional.of(""));
    }

    private List<Edit> told(String path, Place place) {
        if (found.size() <= MOST) {
            return List.copyOf(found);
        }
        List<Edit> told = new ArrayList<>(found.subList(0, MOST - 1));
        Place rest = place.field("%d more fields".formatted(found.size() - told.size()));
        told.add(hidden(path, rest));
        return List.copyOf(told);
    }

    private void compare(JsonNode before, JsonNode after, String path, Place place) {
        if (before.equals(after)) {
            return;
        }
        if (fields(before) && fields(after) && !(before.isEmpty() && after.isEmpty())) {
            names(before, after)
                    .forEach(name -> compare(
                            before.path(name), after.path(name), path + "/" + escaped(name), place.field(name)));
        } else if (before.isArray() && after.isArray()) {
            lists(before, after, path, place);
        } else {
            found.add(Edit.of(path, place, before, after));
        }
    }

    private static boolean fields(JsonNode node) {
        return node.isObject() || node.isMissingNode();
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void lists(JsonNode before, JsonNode after, String path, Place place) {
        Optional<String> key = before.isEmpty() || after.isEmpty() ? Optional.empty() : Entries.key(before, after);
        if (key.isPresent()) {
            byName(byName(before, key.get()), byName(after, key.get()), path, place);
        } else if (before.size() == after.size() && before.valueStream().allMatch(JsonNode::isObject)) {
            for (int i = 0; i < after.size(); i++) {
                compare(before.get(i), after.get(i), path + "/" + i, place.entry(Integer.toString(i)));
            }
        } else {
            found.add(Edit.of(path, place, before, after));
        }
    }

    /** An entry of a list, and at which place it stands. */
    private record Entry(int place, JsonNode value) {
        static final Entry NONE = new Entry(-1, MissingNode.getInstance());
    }

    private static Map<String, Entry> byName(JsonNode list, String key) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            entries.put(list.get(i).path(key).asText(), new Entry(i, list.get(i)));
        }
        return entries;
    }

    private void byName(Map<String, Entry> before, Map<String, Entry> after, String path, Place place) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Entry then = before.getOrDefault(name, Entry.NONE);
            Entry now = after.getOrDefault(name, Entry.NONE);
            String at = path + "/" + (now.place() < 0 ? then.place() : now.place());
            if (then.place() < 0 || now.place() < 0) {
                found.add(Edit.of(at, place.entry(name), then.value(), now.value()));
            } else {
                compare(then.value(), now.value(), at, place.entry(name));
            }
        }
        order(before.keySet(), after.keySet(), path, place);
    }

    private void order(Set<String> before, Set<String> after, String path, Place place) {
        List<String> then = before.stream().filter(after::contains).toList();
        List<String> now = after.stream().filter(before::contains).toList();
        if (!Objects.equals(then, now)) {
            found.add(new Edit(
                    path,
                    place.field("order"),
                    Optional.of(String.join(", ", then)),
                    Optional.of(String.join(", ", now))));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
