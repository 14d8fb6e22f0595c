package io.kubilitics.graph.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries of lists, told apart by the field that serves as their name. */
final class Entries {

    /** The first of them that all entries have, each another one. */
    private static final List<String> NAMES = List.of(
            "mountPath",
            "devicePath",
            "name",
            "type",
            "containerPort",
            "port",
            "topologyKey",
            "ip",
            "uid",
            "key",
            "host",
            "path");

    private Entries() {}

    /** Of one entry by itself. */
    static Optional<String> name(JsonNode entry) {
        return NAMES.stream()
                .filter(entry::hasNonNull)
                .findFirst()
                .map(name -> entry.path(name).asText());
    }

    /** The field by which the entries of both lists are told apart; nothing when none will do. */
    static Optional<String> key(JsonNode one, JsonNode other) {
        return NAMES.stream()
                .filter(name -> distinct(one, name) && distinct(other, name))
                .findFirst();
    }

    private static boolean distinct(JsonNode entries, String name) {
        Set<String> seen = new HashSet<>();
        return entries.valueStream()
                .map(entry -> entry.path(name))
                .allMatch(value -> value.isValueNode() && !value.isNull() && seen.add(value.asText()));
    }
}
