package io.kubilitics.graph.observe;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.graph.Timestamp;
import io.kubilitics.graph.facts.Amount;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object, which may be missing or hold anything at all. Asking never fails: what is not there, or is not what was
 * asked for, is empty. So an odd object costs us its odd fields and nothing else; whoever wants to know is told which.
 *
 * @param parent none for the object itself
 */
record Field(JsonNode node, @Nullable Field parent, String name) {

    /** Is told where something else stands than was asked for, never what. */
    static final ScopedValue<Consumer<String>> ODD = ScopedValue.newInstance();

    private static final String ELEMENT = "[]";

    /** A whole object. */
    Field(JsonNode node) {
        this(node, null, "");
    }

    Field at(String name) {
        if (!node.isObject()) {
            expect(false);
        }
        return new Field(node.path(name), this, name);
    }

    /** What is missing is not odd. */
    private void expect(boolean fits) {
        if (!fits && exists() && ODD.isBound()) {
            ODD.get().accept(path());
        }
    }

    private String path() {
        if (parent == null) {
            return "its top";
        }
        boolean first = parent.parent == null || name.equals(ELEMENT);
        return (parent.parent == null ? "" : parent.path()) + (first ? "" : ".") + name;
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
        expect(node.isValueNode());
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
        expect(node.isIntegralNumber());
        return node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : otherwise;
    }

    long large() {
        expect(node.isIntegralNumber());
        return node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : 0;
    }

    boolean yes() {
        expect(node.isBoolean());
        return node.isBoolean() && node.booleanValue();
    }

    boolean yes(boolean otherwise) {
        expect(node.isBoolean());
        return node.isBoolean() ? node.booleanValue() : otherwise;
    }

    /** A time that is missing or unreadable is the beginning of time: before everything, and so never proof of an order. */
    Instant time() {
        return maybeTime().orElse(Instant.EPOCH);
    }

    Optional<Instant> maybeTime() {
        Optional<Instant> time = node.isTextual() ? Timestamp.read(node.textValue()) : Optional.empty();
        expect(time.isPresent());
        return time;
    }

    Optional<Amount> amount() {
        Optional<Amount> amount = Amount.of(text());
        expect(amount.isPresent() || text().isEmpty());
        return amount;
    }

    /** The elements of a list. */
    Stream<Field> each() {
        expect(node.isArray());
        return node.isArray() ? node.valueStream().map(element -> new Field(element, this, ELEMENT)) : Stream.empty();
    }

    <T> List<T> list(Function<Field, T> read) {
        return each().filter(Field::isObject).map(read).toList();
    }

    private boolean isObject() {
        expect(node.isObject());
        return node.isObject();
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
        expect(node.isObject());
        Set<String> keys = new HashSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Named texts, such as labels. An empty one is a value too: a label may be there for its name alone. */
    Map<String, String> pairs() {
        return map((_, value) -> Optional.of(value.text())
                .filter(_ -> value.exists() && value.node().isValueNode()));
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
        expect(node.isObject());
        return node.properties().stream()
                .map(entry -> new Named(entry.getKey(), new Field(entry.getValue(), this, entry.getKey())))
                .toList();
    }

    /** A field with its name. */
    record Named(String name, Field value) {}
}
