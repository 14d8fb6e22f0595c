package io.kubilitics.reasoning.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reports, and parts of them, as JSON. */
public final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    /** Readable, one field a line. */
    public static String pretty(Report report) {
        return write(MAPPER.writerWithDefaultPrettyPrinter(), report);
    }

    public static JsonNode tree(Report report) {
        return MAPPER.valueToTree(report);
    }

    /** The shape of every report, as a JSON schema. */
    public static JsonNode schema() {
        try (InputStream in = Json.class.getResourceAsStream("diagnosis.schema.json")) {
            return MAPPER.readTree(in);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String line(Object value) {
        return write(MAPPER.writer(), value);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
