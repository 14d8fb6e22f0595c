package io.kubilitics.graph.observe;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.facts.Amount;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A field of an object, which may be missing or hold anything at all. Asking never fails: what is not there, or is not what was
 * asked for, is empty. So an odd object costs us its odd fields and nothing else.
 */
record Field(JsonNode node) {

    Field at(String name) {
        return new Field(node.path(name));
    }

    Field at(String first, String second) {
        return at(first).at(second);
    }

    Field at(String first, String second, String third) {
        return at(first).at(second).at(third);
    }

    boolean exists() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** Text or a number as text; empty for anything else, and for text that is only blanks. */
    String text() {
        String text = node.isValueNode() && !node.isNull() ? node.asText() : "";
        return text.isBlank() ? "" : text;
    }

    String text(String otherwise) {
        String text = text();
        return text.isEmpty() ? otherwise : text;
    }

    Optional<String> given() {
        return Optional.of(text()).filter(text -> !text.isEmpty());
    }

    int number(int otherwise) {
        return node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : otherwise;
    }

    long large() {
        return node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : 0;
    }

    boolean yes() {
        return node.isBoolean() && node.booleanValue();
    }

    boolean yes(boolean otherwise) {
        return node.isBoolean() ? node.booleanValue() : otherwise;
    }

    /** A time that is missing or unreadable is the beginning of time: before everything, and so never proof of an order. */
    Instant time() {
        return maybeTime().orElse(Instant.EPOCH);
    }

    Optional<Instant> maybeTime() {
        try {
            return node.isTextual() ? Optional.of(Instant.parse(node.textValue())) : Optional.empty();
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    Optional<Amount> amount() {
        return Amount.of(text());
    }

    /** The elements of a list. */
    Stream<Field> each() {
        return node.isArray() ? node.valueStream().map(Field::new) : Stream.empty();
    }

    <T> List<T> list(Function<Field, T> read) {
        return each().filter(element -> element.node.isObject()).map(read).toList();
    }

    /** A list of texts, without what is none. */
    List<String> texts() {
        return each().map(Field::text).filter(text -> !text.isEmpty()).toList();
    }

    Set<String> set() {
        return new HashSet<>(texts());
    }

    /** The texts of one field of each element of a list. */
    List<String> texts(String name) {
        return each().map(element -> element.at(name).text())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Named texts, such as labels. An empty one is a value too: a label may be there for its name alone. */
    Map<String, String> pairs() {
        return map((_, value) ->
                value.node().isValueNode() && !value.node().isNull() ? Optional.of(value.text()) : Optional.empty());
    }

    Map<String, Amount> amounts() {
        return map((_, value) -> value.amount());
    }

    /** What can be read of named values. */
    <T> Map<String, T> map(BiFunction<String, Field, Optional<T>> read) {
        Map<String, T> all = new HashMap<>();
        for (Named field : fields()) {
            read.apply(field.name(), field.value()).ifPresent(value -> all.put(field.name(), value));
        }
        return all;
    }

    /** The fields of an object, in their order. */
    List<Named> fields() {
        return node.properties().stream()
                .map(entry -> new Named(entry.getKey(), new Field(entry.getValue())))
                .toList();
    }

    /** A field with its name. */
    record Named(String name, Field value) {}
}
